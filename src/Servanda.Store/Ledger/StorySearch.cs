// Full text: stories that hold the words, with the sentence around the first and the reports that rest on one.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class StorySearch(LedgerDatabase database)
{
    private const int ExcerptBefore = 60, ExcerptLength = 160;

    public IReadOnlyList<SearchHit> Of(IReadOnlyList<string> phrases, int limit)
    {
        var readings = database.Search(phrases, limit);
        if (readings.Count == 0) return [];
        var rows = database.Query(
            $"select r.no, p.id, t.body from reading r join page p on p.no = r.page join story_text t on t.no = r.text where {database.In("r.no", "@readings")}",
            row => (Reading: row.GetInt64(0), Page: row.GetString(1), Body: row.GetString(2)), ("@readings", database.List(readings))).ToDictionary(row => row.Reading);
        var cards = new EventFiles(database).Cards([.. rows.Values.Select(row => row.Page)]);
        return [.. readings.Where(rows.ContainsKey).Select(no => new SearchHit(cards[rows[no].Page], Excerpt(rows[no].Body, phrases), Reports(no, rows[no].Body, phrases)))];
    }

    private List<string> Reports(long reading, string body, IReadOnlyList<string> phrases) => database.Query(
        "select content from report where reading = @reading order by id", row => LedgerText.Report(row.GetString(0)), ("@reading", reading))
        .Where(report => report.Evidence.Any(span => span.End <= body.Length && Holds(span.In(body), phrases))).Select(report => report.Id).ToList();

    private static bool Holds(string text, IReadOnlyList<string> phrases)
    {
        var words = $" {string.Join(' ', SearchWords.Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
        return phrases.Any(phrase => words.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    /// <summary>The line that holds most of the phrases, cut to length around the first of them.</summary>
    private static string Excerpt(string body, IReadOnlyList<string> phrases)
    {
        var line = body.Split('\n').Select((text, i) => (Text: text.Trim(), i)).OrderByDescending(x => phrases.Count(phrase => Holds(x.Text, [phrase]))).ThenBy(x => x.i).First().Text;
        if (line.Length <= ExcerptLength) return line;
        var at = phrases.Select(phrase => SearchWords.Folded(line).IndexOf(phrase, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Clamp(at - ExcerptBefore, 0, line.Length - ExcerptLength);
        // Whole words only.
        while (start > 0 && start < line.Length && line[start - 1] != ' ') start--;
        var end = Math.Min(line.Length, start + ExcerptLength);
        while (end < line.Length && end > start && line[end] != ' ') end--;
        return $"{(start > 0 ? "… " : "")}{line[start..end].Trim()}{(end < line.Length ? " …" : "")}";
    }
}
