// Short ways to say a report in a test.
using Servanda.Ledger;
using Servanda.Model;

namespace Servanda.Tests;

internal static class Telling
{
    public static Newsrooms Newsrooms { get; } = new(ShippedKnowledge.All.Outlets, ShippedKnowledge.All.CreditWords);

    public static EventFold Fold { get; } = new(ShippedKnowledge.All.Acts, Newsrooms);

    public static IReadOnlyDictionary<string, PageOrigin> NoOrigins { get; } = new Dictionary<string, PageOrigin>();

    /// <summary>A report in one line: <c>Report("p1", "expel NATO > RUS @ russia-mission-to-nato 2021-10-06")</c>.</summary>
    public static Report Report(string page, string said, ReportStatus status = ReportStatus.Occurred, string? told = null, string? person = null, Polarity polarity = Polarity.Affirmed,
        IReadOnlyList<Quantity>? quantities = null, string? speaker = null, IReadOnlyList<string>? via = null, int at = 0)
    {
        var words = said.Split(' ');
        var rest = words.AsSpan(1).ToArray();
        var arrow = Array.IndexOf(rest, ">");
        var place = Array.IndexOf(rest, "@");
        var date = rest.LastOrDefault(word => Edtf.TryParse(word, out _));
        var report = new Report
        {
            Id = "",
            Page = page,
            Act = words[0],
            Source = rest.Length > 0 && rest[0] is not (">" or "@") && rest[0] != date ? Actors(rest[0]) : [],
            Target = arrow >= 0 ? Actors(rest[arrow + 1]) : [],
            Agreement = place >= 0 ? rest[place + 1] : null,
            Date = date is null ? null : Edtf.Parse(date),
            Status = status,
            Polarity = polarity,
            Told = told is null ? null : Edtf.Parse(told),
            Person = person,
            Speaker = speaker,
            Word = speaker is null ? WordOf.Narrator : WordOf.Attributed,
            Via = via ?? [],
            Quantities = quantities ?? [],
            Evidence = [new(at, at + 20)],
            Lines = [1],
        };
        return report with { Id = ReportIds.Of(report) };
    }

    public static IReadOnlyList<Event> Events(params Report[] reports) => Fold.Of(reports, [], NoOrigins);

    /// <summary>Reports made by chance, the same for the same seed: few acts, actors and days, so that many of them meet.</summary>
    public static IReadOnlyList<Report> Many(int count, int seed = 1, int states = 4)
    {
        var chance = new Random(seed);
        string[] acts = ["withdraw", "suspend", "expel", "accuse", "meet", "close-mission", "sign", "announce-withdrawal", "domestic-step"];
        string[] actors = ["RUS", "USA", "NATO", "GBR", .. Enumerable.Range(0, Math.Max(0, states - 4)).Select(i => $"S{i:00}")];
        string?[] agreements = [null, null, "open-skies", "inf"];
        string?[] dates = [null, "2021", "2021-10", "2021-10-06", "2021-10-01/2021-10-10", "2021-12-28/2022-01-05", "2022", "2022-01-03", "202X", "../2021-10-06"];
        string?[] told = [null, "2021", "2021-10-08", "2021-10-07", "2022-01-04"];
        var reports = new Dictionary<string, Report>(StringComparer.Ordinal);
        for (var i = 0; reports.Count < count; i++)
        {
            var source = actors[chance.Next(actors.Length)];
            var target = actors[chance.Next(actors.Length)];
            var agreement = agreements[chance.Next(agreements.Length)];
            var said = $"{acts[chance.Next(acts.Length)]} {source}{(target != source ? $" > {target}" : "")}{(agreement is null ? "" : $" @ {agreement}")} {dates[chance.Next(dates.Length)]}".TrimEnd();
            var report = Report($"p{chance.Next(count / 3)}", said, (ReportStatus)chance.Next(5), told[chance.Next(told.Length)], quantities: chance.Next(3) == 0 ? [new(chance.Next(1, 4), "person")] : null, at: i);
            reports.TryAdd(report.Id, report);
        }
        return [.. reports.Values];
    }

    private static string[] Actors(string list) => [.. list.Split(',').Order(StringComparer.Ordinal)];
}
