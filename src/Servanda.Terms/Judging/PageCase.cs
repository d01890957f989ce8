// One page as the rules see it: its reports, what stands in its title, and the words of each report's evidence.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal sealed class PageCase
{
    private readonly HashSet<int> titleLines;

    public PageCase(PageReading reading, TermsBook book)
    {
        Reading = reading;
        Book = book;
        titleLines = reading.Story.Blocks.Where(block => block.Kind == BlockKind.Title).Select(block => block.Line).ToHashSet();
        Reports = [.. reading.Reports.OrderBy(report => report.Id, StringComparer.Ordinal)];
    }

    public PageReading Reading { get; }

    public TermsBook Book { get; }

    public IReadOnlyList<Report> Reports { get; }

    public string? Language => Reading.Story.Language;

    /// <summary>The first and last day on which the story can have come out.</summary>
    public (LocalDate First, LocalDate Last)? Told => Reading.Told.When is { Earliest: { } first, Latest: { } last } ? (first, last) : null;

    /// <summary>The words of the title block, or of the story's title where it is in no block.</summary>
    public string Title => Reading.Story.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Title) is { } block ? block.Span.In(Reading.Story.Text) : Reading.Story.Title ?? "";

    public bool InTitle(Report report) => report.Lines.Any(titleLines.Contains);

    public bool OnlyInTitle(Report report) => report.Lines.Count > 0 && report.Lines.All(titleLines.Contains);

    /// <summary>Whether the evidence of a report holds one of the words of a kind.</summary>
    public bool Says(Report report, string kind) => report.Evidence.Any(span => Cues.AnyOf(Book.Words.Of(Language, kind), span.In(Reading.Story.Text)));

    /// <summary>Whether the words that date a report stand in its own sentences: a day carried over from elsewhere on the page may not be meant. True where no words are known.</summary>
    public bool DatesItself(Report report) => report.When is not { } when || report.Evidence.Any(span => span.In(Reading.Story.Text).Contains(when.Words, StringComparison.Ordinal));

    /// <summary>Whether the story holds one of the words of a kind, wherever.</summary>
    public bool SaysAnywhere(string kind) =>
        Reading.Story.Blocks.Any(block => block.IsCoded && Cues.AnyOf(Book.Words.Of(Language, kind), block.Span.In(Reading.Story.Text)));

    /// <summary>Reports that move a state or would: affirmed, whatever their status.</summary>
    public IEnumerable<Report> Affirmed(params IReadOnlyList<string> acts) => Reports.Where(report => report.Polarity == Polarity.Affirmed && acts.Contains(report.Act));
}

/// <summary>Looks for whole words in a text, whatever their case.</summary>
internal static class Cues
{
    public static bool AnyOf(IReadOnlyList<string> words, string text) => words.Any(word => At(word, text) >= 0);

    /// <summary>Where the word first stands as a whole word; -1: nowhere. A word without letters is looked for anywhere.</summary>
    public static int At(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsLetterOrDigit(word[0])) return at;
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return at;
        }
        return -1;
    }
}
