// A reading made ready to be written: what its rows hold, worked out without the database.
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A report of it as it is stored, and the cells and days where it may meet others.</summary>
internal readonly record struct ReadyReport(Report Report, string Content, IReadOnlyList<Place> Places);

/// <summary>Pure, so that one batch is made ready while another is written.</summary>
/// <param name="TextHash">SHA-256 of the story's repaired text, lower-case hex.</param>
/// <param name="Title">Folded, for search; so is <paramref name="Body"/>.</param>
/// <param name="Findings">Null: not judged.</param>
internal sealed record ReadyReading(PageReading Reading, string Content, byte[] Map, byte[] Signature, string TextHash, string Title, string Body, IReadOnlyList<ReadyReport> Reports, IReadOnlyList<Finding>? Findings)
{
    /// <summary>In the order of the readings, worked out side by side.</summary>
    public static IReadOnlyList<ReadyReading> Of(ReadBatch batch, Folding folding) => SideBySide.Of(batch.Readings, reading => Of(reading, folding, batch.Judgement));

    public static (string Title, string Body) SearchedOf(Story story) => (SearchWords.Folded(story.Title ?? ""), SearchWords.Folded(Searched(story)));

    private static ReadyReading Of(PageReading reading, Folding folding, Judgement? judgement)
    {
        var story = reading.Story;
        var (title, body) = SearchedOf(story);
        return new(
            reading, LedgerText.Of(new ReadingContent(reading.Sighting, story with { Text = "" }, reading.Told, reading.Coverage)), TextMaps.Written(story.Map), Signatures.Written(StorySignature.Of(story)),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(story.Text))), title, body,
            [.. reading.Reports.Select(report => new ReadyReport(report, LedgerText.Of(report), [.. folding.Places(report).Select(place => place with { Cell = Neighbours.CellOf(place) }).DistinctBy(place => (place.Cell, place.First))]))], judgement?.Of(reading));
    }

    /// <summary>What of a page is searched: the story, without the chrome around it.</summary>
    private static string Searched(Story story)
    {
        var text = new StringBuilder();
        foreach (var block in story.Blocks)
        {
            if (block.IsStory && block.Kind != BlockKind.Title) text.Append(block.Span.Of(story.Text)).Append('\n');
        }
        return text.ToString();
    }
}
