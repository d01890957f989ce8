// Readings made up for load tests: as many reports as wanted, spread as they are in the world, the same for the same number.
using System.Globalization;
using System.Text;
using NodaTime;
using Servanda.Model;

namespace Servanda.Bench;

/// <summary>
/// Pages of eight reports. What is told is an act of the corpus with its status, numbers, silences and sentences, of other actors, on another day, about another agreement, in another outlet.
/// Agreements follow Zipf's law, so that the most told has more than a tenth of all reports. Several pages tell of an event, some less exactly than others or with another number; a page
/// tells of events of its own days.
/// </summary>
/// <param name="told">Acts to vary.</param>
/// <param name="agreements">Names of agreements to tell of, the most told first.</param>
internal sealed class MadeReadings(int reports, IReadOnlyList<ToldAct> told, IReadOnlyList<string> agreements, int seed = 1)
{
    /// <summary>Pages that tell of an event; since some say too little to be known again, merging finds fewer together.</summary>
    public const int TellersOfEvent = 10;

    private const int PerPage = 8, Outlets = 300, MostActors = 3;

    private const double Steepness = 1.1;

    private static readonly LocalDate Start = new(1995, 1, 1);
    private static readonly int Days = Period.DaysBetween(Start, new(2025, 12, 31));

    private static readonly string[] States = [.. "RUS USA CHN GBR FRA DEU UKR POL VNM KOR JPN PRK IRN ISR IND PAK TUR SAU EGY BRA ARG ZAF NGA AUS CAN MEX ITA ESP NLD SWE NOR FIN EST LVA LTU CZE SVK HUN ROU BGR GRC SRB GEO ARM AZE KAZ BLR MDA NATO EU".Split(' ')];

    private readonly double[] cumulative = Zipf(agreements.Count);
    private readonly int events = Math.Max(1, reports / TellersOfEvent);

    public IEnumerable<PageReading> All()
    {
        var pages = (reports + PerPage - 1) / PerPage;
        for (var page = 0; page < pages; page++) yield return Page(page, Math.Min(PerPage, reports - page * PerPage));
    }

    /// <summary>The page of a number; those beyond the last are further pages of the same kind.</summary>
    public PageReading Page(int number, int count = PerPage)
    {
        var chance = new Random(HashCode(seed, number));
        var id = $"{number:x16}{new string('0', 48)}";
        var middle = (int)((long)number * PerPage / TellersOfEvent);
        var day = Start.PlusDays((int)((long)Math.Clamp(middle, 0, events - 1) * Days / events)).PlusDays(chance.Next(4));
        var text = new StringBuilder();
        var made = new List<Report>();
        for (var i = 0; i < count; i++)
        {
            var start = text.Length;
            var report = Report(Math.Clamp(middle + chance.Next(-20, 21), 0, events - 1), id, day, chance, text);
            report = report with { Evidence = [new(start, text.Length - 1)], Lines = [i + 1] };
            made.Add(report with { Id = ReportIds.Of(report) });
        }
        return new PageReading
        {
            Id = $"{id[..31]}r",
            CoderVersion = "bench",
            Sighting = new($"trang-{number}", "bench.warc.gz", number),
            Told = new(Edtf.Of(day), []),
            Reports = made,
            Story = new Story
            {
                Page = id,
                Format = PageFormat.PlainText,
                Text = text.ToString(),
                Map = TextMap.Identity,
                Blocks = [new(BlockKind.Body, new(0, text.Length), 1)],
                Language = "vi",
                Title = $"Diễn biến ngày {day.Day}/{day.Month}",
                Outlet = $"bao{chance.Next(Outlets)}.vn",
                Credits = chance.Next(4) == 0 ? [chance.Next(2) == 0 ? "TASS" : "Reuters"] : [],
            },
        };
    }

    /// <summary>One page's report of an event, with its sentence.</summary>
    private Report Report(int number, string page, LocalDate toldOn, Random chance, StringBuilder text)
    {
        var world = new Random(HashCode(seed + 1, number));
        var day = Start.PlusDays((int)((long)number * Days / events));
        var act = told[world.Next(told.Count)];
        var source = Actors(act.Sources, world);
        var target = Actors(act.Targets, world).Except(source).ToArray();
        var at = Array.BinarySearch(cumulative, world.NextDouble());
        var agreement = act.HasAgreement ? agreements[Math.Min(at < 0 ? ~at : at, agreements.Count - 1)] : null;
        var factor = world.Next(1, 9);
        Sentence(text, act.Sentences[chance.Next(act.Sentences.Count)], source[0], day, chance);
        // Some tellers leave out what others say, or say it less exactly.
        var date = Date(chance.Next(16) switch { 0 => Dated.NotAtAll, 1 or 2 when act.Dated == Dated.ByDay => Dated.ByMonth, _ => act.Dated }, day);
        return new Report
        {
            Id = "",
            Page = page,
            Act = act.Act,
            Source = source,
            Target = chance.Next(8) == 0 ? [] : target,
            Agreement = chance.Next(12) == 0 ? null : agreement,
            Date = date,
            When = date is null ? null : new(date.Text, "bench", date.Text),
            Status = act.Status,
            Polarity = act.Polarity,
            Quantities = [.. act.Quantities.Select(one => one with { Value = one.Value * factor + (chance.Next(10) == 0 ? 1 : 0) })],
            Speaker = act.HasSpeaker ? source[0] : null,
            Word = act.HasSpeaker ? WordOf.Attributed : WordOf.Narrator,
            Person = chance.Next(3) == 0 ? null : act.Person,
            Rules = ["bench.rule"],
            Evidence = [],
            Lines = [],
            Told = Edtf.Of(toldOn),
        };
    }

    /// <summary>In the order of their codes; the first states of the list act most.</summary>
    private static string[] Actors(int count, Random world) =>
        [.. Enumerable.Range(0, Math.Min(count, MostActors)).Select(_ => States[(int)(States.Length * Math.Pow(world.NextDouble(), 2))]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A sentence of the corpus of another actor and day, and with other numbers.</summary>
    private static void Sentence(StringBuilder text, string pattern, string actor, LocalDate day, Random chance)
    {
        text.Append(CultureInfo.InvariantCulture, $"{actor}, {day.Day}/{day.Month}: ");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!char.IsAsciiDigit(pattern[i])) text.Append(pattern[i]);
            else if (i == 0 || !char.IsAsciiDigit(pattern[i - 1])) text.Append(chance.Next(2, 60));
        }
        text.Append('\n');
    }

    private static Edtf? Date(Dated dated, LocalDate day) => dated switch
    {
        Dated.ByDay => Edtf.Of(day),
        Dated.ByRange => Edtf.Parse($"{Edtf.Iso(day.PlusDays(-1))}/{Edtf.Iso(day.PlusDays(2))}"),
        Dated.ByMonth => Edtf.OfMonth(day.Year, day.Month),
        Dated.ByYear => Edtf.OfYear(day.Year),
        _ => null,
    };

    private static double[] Zipf(int count)
    {
        var weights = Enumerable.Range(1, count).Select(rank => 1.0 / Math.Pow(rank, Steepness)).ToArray();
        var sum = weights.Sum();
        var running = 0.0;
        return [.. weights.Select(weight => running += weight / sum)];
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 73856093) ^ (number * 19349663) ^ (number >> 7));
}
