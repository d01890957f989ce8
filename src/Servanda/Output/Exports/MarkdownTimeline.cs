// A timeline as Markdown: an event a line, with a footnote for each page that tells of it.
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

internal static class MarkdownTimeline
{
    public static void Write(TextWriter writer, string title, IEnumerable<EventFile> files, Wording words, Provenance provenance)
    {
        writer.Write($"# {Escape(title)}\n\n");
        var notes = new List<string>();
        var any = false;
        foreach (var file in files)
        {
            any = true;
            var marks = new List<string>();
            foreach (var report in file.Reports)
            {
                notes.Add($"{Escape(Reference.Of(report).Plain(words))}: {string.Join(" … ", report.Evidence.Select(text => $"“{Escape(text)}”"))}");
                marks.Add($"[^{notes.Count}]");
            }
            var date = file.Event.Date is { } day ? Escape(words.Date(day)) : Escape(words.Say("date.none"));
            writer.Write($"- **{date}**: {Escape(ExplainOutput.Sentence(file.Event, words))} {string.Concat(marks)}\n");
        }
        if (!any) writer.Write($"{Escape(words.Say("timeline.none"))}\n");
        writer.Write($"\n{Escape(words.Say("export.from", provenance.Ledger, provenance.Data))}\n\n");
        for (var note = 0; note < notes.Count; note++) writer.Write($"[^{note + 1}]: {notes[note]}\n");
    }

    /// <summary>Nothing in the text is taken for markup, in Markdown or in the HTML made of it.</summary>
    public static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '!' or '|' or '~' or '=' => $"\\{c}",
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));
}
