// A page written for a test: lines, and the reports that a reader takes from them.
using Servanda.Model;

namespace Servanda.Tests;

/// <summary>Line 1 is the title. Reports name the line they stand on.</summary>
internal sealed class DraftPage(string told, params IReadOnlyList<string> lines)
{
    private readonly List<Report> reports = [];
    private readonly string text = string.Join('\n', lines);

    public DraftPage Report(
        int line, string act, string source, string? agreement = null, string? date = null, string target = "", ReportStatus status = ReportStatus.Occurred, Polarity polarity = Polarity.Affirmed, IReadOnlyList<Quantity>? quantities = null, int? also = null)
    {
        IReadOnlyList<int> on = also is { } other ? [line, other] : [line];
        reports.Add(new()
        {
            Id = $"r{reports.Count + 1}",
            Page = "draft",
            Act = act,
            Source = Codes(source),
            Target = Codes(target),
            Agreement = agreement,
            Date = date is null ? null : Edtf.Parse(date),
            Status = status,
            Polarity = polarity,
            Quantities = quantities ?? [],
            Evidence = [.. on.Select(SpanOf)],
            Lines = on,
            Told = Edtf.Parse(told),
        });
        return this;
    }

    public PageReading Reading(string language = "vi") => new()
    {
        Id = "draft",
        CoderVersion = "draft",
        Sighting = new("draft", "draft.txt"),
        Story = new()
        {
            Page = "draft",
            Format = PageFormat.PlainText,
            Text = text,
            Map = TextMap.Identity,
            Blocks = [.. lines.Select((_, i) => new Block(i == 0 ? BlockKind.Title : BlockKind.Body, SpanOf(i + 1), i + 1))],
            Language = language,
            Title = lines[0],
        },
        Told = new(Edtf.Parse(told), []),
        Reports = reports,
    };

    private Span SpanOf(int line)
    {
        var start = lines.Take(line - 1).Sum(each => each.Length + 1);
        return new(start, start + lines[line - 1].Length);
    }

    private static IReadOnlyList<string> Codes(string codes) => [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
