// The text of a story with the sentences marked that something was read from, each with the way to what was read.
using Servanda.Model;

namespace Servanda.Web.Pages;

internal static class MarkedText
{
    /// <param name="href">Where the mark of a report leads; null: nowhere.</param>
    public static Markup Of(Story story, IEnumerable<Block> blocks, IReadOnlyList<Report> reports, Func<Report, string?> href)
    {
        var marks = reports.SelectMany(report => report.Evidence.Select(span => (Span: span, Report: report))).OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End).ToList();
        return Markup.Join(blocks.Select(block => Block(story, block, marks, href)));
    }

    private static Markup Block(Story story, Block block, IReadOnlyList<(Span Span, Report Report)> marks, Func<Report, string?> href)
    {
        var parts = new List<Markup>();
        var at = block.Span.Start;
        foreach (var same in marks.Where(mark => mark.Span.Start >= block.Span.Start && mark.Span.End <= block.Span.End).GroupBy(mark => mark.Span))
        {
            var (span, report) = same.First();
            if (span.Start < at) continue; // inside a sentence that is marked already
            parts.Add(Markup.Of($"{story.Text[at..span.Start]}"));
            parts.Add(href(report) is { } way ? Markup.Of($"<mark><a href=\"{way}\">{span.In(story.Text)}</a></mark>") : Markup.Of($"<mark>{span.In(story.Text)}</mark>"));
            at = span.End;
        }
        parts.Add(Markup.Of($"{story.Text[at..block.Span.End]}"));
        return block.Kind is BlockKind.Title or BlockKind.Heading ? Markup.Of($"<h2 id=\"l{block.Line}\">{parts}</h2>\n") : Markup.Of($"<p id=\"l{block.Line}\">{parts}</p>\n");
    }
}
