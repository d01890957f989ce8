// Readings made up for load tests: as many reports as wanted, spread as they are in the world, the same for the same number.
using System.Text;
using NodaTime;
using Servanda.Model;

namespace Servanda.Bench;

/// <summary>
/// Pages of eight reports in Vietnamese. Agreements follow Zipf's law (the first of 105 has about a fifth of all reports), five pages tell of an event, most by its day, some by its
/// month or year or without a date, with now and then a number that differs; a page tells of events of its own weeks.
/// </summary>
/// <param name="agreements">Names of agreements to tell of, the most told first; null: made-up ones, of which no file says anything.</param>
internal sealed class MadeReadings(int reports, int seed = 1, IReadOnlyList<string>? agreements = null)
{
    private const int PerPage = 8, TellersOfEvent = 5, Agreements = 105, Outlets = 300;

    private static readonly LocalDate Start = new(1995, 1, 1);
    private static readonly int Days = Period.DaysBetween(Start, new(2025, 12, 31));

    private static readonly string[] Acts =
    [
        "announce-withdrawal", "notify-withdrawal", "withdraw", "suspend", "resume", "sign", "ratify", "extend", "accuse-breach", "deny", "demand", "negotiate", "propose", "comply", "inspect",
        "expel", "limit-staff", "close-mission", "accuse", "criticize", "appeal", "meet",
    ];

    private static readonly string[] States = [.. "RUS USA CHN GBR FRA DEU UKR POL VNM KOR JPN PRK IRN ISR IND PAK TUR SAU EGY BRA ARG ZAF NGA AUS CAN MEX ITA ESP NLD SWE NOR FIN EST LVA LTU CZE SVK HUN ROU BGR GRC SRB GEO ARM AZE KAZ BLR MDA NATO EU".Split(' ')];

    private static readonly string[] Clauses =
    [
        "thông báo sẽ ngừng thực hiện các nghĩa vụ theo hiệp ước", "cáo buộc phía bên kia nhiều lần vi phạm các điều khoản về thanh sát", "bác bỏ mọi cáo buộc và gọi đó là cái cớ",
        "kêu gọi các bên kiềm chế và trở lại bàn đàm phán", "tuyên bố trục xuất một số nhân viên ngoại giao để đáp trả", "xác nhận đã nhận được công hàm chính thức qua đường ngoại giao",
        "cho rằng quyết định này làm suy yếu an ninh chung của khu vực", "nhấn mạnh văn kiện vẫn còn hiệu lực với các bên còn lại",
    ];

    private readonly double[] cumulative = Zipf();
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
        var told = Start.PlusDays((int)((long)Math.Clamp(middle, 0, events - 1) * Days / events)).PlusDays(chance.Next(4));
        var text = new StringBuilder();
        var made = new List<Report>();
        for (var i = 0; i < count; i++)
        {
            var start = text.Length;
            var report = Report(Math.Clamp(middle + chance.Next(-20, 21), 0, events - 1), id, told, chance);
            text.Append(report.Source[0]).Append(' ').Append(Clauses[chance.Next(Clauses.Length)]).Append(", theo thông tin do báo giới đăng tải trong tuần, và ").Append(Clauses[chance.Next(Clauses.Length)]).Append(".\n");
            report = report with { Evidence = [new(start, text.Length - 1)], Lines = [i + 1] };
            made.Add(report with { Id = ReportIds.Of(report) });
        }
        var outlet = $"bao{chance.Next(Outlets)}.vn";
        return new PageReading
        {
            Id = $"{id[..31]}r",
            CoderVersion = "bench",
            Sighting = new($"trang-{number}", "bench.warc.gz", number),
            Told = new(Edtf.Of(told), []),
            Reports = made,
            Story = new Story
            {
                Page = id,
                Format = PageFormat.PlainText,
                Text = text.ToString(),
                Map = TextMap.Identity,
                Blocks = [new(BlockKind.Body, new(0, text.Length), 1)],
                Language = "vi",
                Title = $"Diễn biến ngày {told.Day}/{told.Month}",
                Outlet = outlet,
                Credits = chance.Next(4) == 0 ? [chance.Next(2) == 0 ? "TASS" : "Reuters"] : [],
            },
        };
    }

    private Report Report(int number, string page, LocalDate told, Random chance)
    {
        var world = new Random(HashCode(seed + 1, number));
        var day = Start.PlusDays((int)((long)number * Days / events));
        var source = States[(int)(States.Length * Math.Pow(world.NextDouble(), 2))];
        var target = States[(int)(States.Length * Math.Pow(world.NextDouble(), 2))];
        var agreement = Array.BinarySearch(cumulative, world.NextDouble());
        var act = Acts[world.Next(Acts.Length)];
        var staff = world.Next(1, 60);
        var date = chance.Next(10) switch { < 6 => Edtf.Of(day), < 8 => Edtf.OfMonth(day.Year, day.Month), 8 => Edtf.OfYear(day.Year), _ => null };
        return new Report
        {
            Id = "",
            Page = page,
            Act = act,
            Source = [source],
            Target = source == target || chance.Next(4) == 0 ? [] : [target],
            Agreement = chance.Next(10) == 0 ? null : NameOf(agreement < 0 ? ~agreement : agreement),
            Date = date,
            When = date is null ? null : new(date.Text, "bench", date.Text),
            Quantities = act is "expel" or "limit-staff" ? [new(chance.Next(8) == 0 ? staff + 1 : staff, "person")] : [],
            Rules = ["bench.rule"],
            Evidence = [],
            Lines = [],
            Told = Edtf.Of(told),
        };
    }

    private string NameOf(int agreement) => agreements is null ? $"agreement-{agreement:000}" : agreements[agreement % agreements.Count];

    private static double[] Zipf()
    {
        var weights = Enumerable.Range(1, Agreements).Select(rank => 1.0 / rank).ToArray();
        var sum = weights.Sum();
        var running = 0.0;
        return [.. weights.Select(weight => running += weight / sum)];
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 73856093) ^ (number * 19349663) ^ (number >> 7));
}
