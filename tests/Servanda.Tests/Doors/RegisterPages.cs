// Vietnamese pages written from the registers of the shipped agreements: right ones, and ones whose day of exit is moved.
using System.Globalization;
using NodaTime;
using Servanda.Model;
using Servanda.Terms;

namespace Servanda.Tests;

/// <summary>One page: a file name, the text, and the act that it tells first.</summary>
internal sealed record RegisterPage(string Name, string Text, string Agreement, RegisterAct Act);

/// <summary>Each act of a register that is known to the day becomes a page in one of several wordings, with the acts before it as background. Nothing is drawn by chance.</summary>
internal static class RegisterPages
{
    private static readonly SortedDictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["sign"] = ["{A} ký {X}", "{A} đặt bút ký {X}"],
        ["enter-into-force"] = ["{X} bắt đầu có hiệu lực", "{X} chính thức có hiệu lực"],
        ["announce-withdrawal"] = ["{A} tuyên bố sẽ rút khỏi {X}", "{A} thông báo ý định rút khỏi {X}", "{A} công bố quyết định rời {X}"],
        ["notify-withdrawal"] = ["{A} gửi thông báo chính thức về việc rút khỏi {X}", "{A} gửi công hàm thông báo rút khỏi {X} tới cơ quan lưu chiểu", "{A} nộp văn kiện rút khỏi {X}"],
        ["withdraw"] = ["{A} chính thức rút khỏi {X}", "{A} không còn là thành viên của {X}", "việc {A} rút khỏi {X} chính thức có hiệu lực"],
        ["suspend"] = ["{A} tuyên bố đình chỉ tham gia {X}", "{A} ngừng thực thi {X}"],
        ["revoke-notice"] = ["{A} rút lại thông báo rút khỏi {X}", "{A} hủy quyết định rút khỏi {X}"],
        ["terminate"] = ["{A} chấm dứt {X}", "{X} bị {A} chấm dứt"],
        ["resume"] = ["{A} nối lại việc thực thi {X}"],
    };

    private static readonly string[] Openings = ["Ngày {D}, {S}.", "{S} vào ngày {D}.", "Hôm {D}, {S}, theo thông cáo của Bộ Ngoại giao.", "Theo hãng tin Reuters, {S} ngày {L}."];
    private static readonly string[] Yearless = ["Ngày {d}, {S}.", "{S} hôm {d}.", "Hôm qua ({d}), {S}, hãng thông tấn nhà nước đưa tin."];
    private static readonly string[] Fillers =
    [
        "Giới quan sát cho rằng bước đi này đã được dự báo từ trước.", "Nhiều nước trong khu vực theo dõi sát diễn biến trên.", "Chưa có phản ứng ngay từ các bên liên quan.",
        "Các nhà ngoại giao nói rằng tham vấn vẫn tiếp tục ở nhiều cấp.", "Truyền thông khu vực dành nhiều thời lượng cho sự kiện.",
    ];

    private static readonly string[] Sections = ["Thế giới", "Quốc tế", "Thời sự quốc tế", "Tin thế giới", "Chính trị"];

    /// <summary>The pages that say what the register says, told on the day after the act.</summary>
    /// <param name="variants">How many wordings of each act; the background is told from the second on.</param>
    public static IEnumerable<RegisterPage> Right(Knowledge knowledge, int variants) =>
        from agreement in knowledge.Agreements
        from act in Told(agreement)
        from variant in Enumerable.Range(0, variants)
        let day = act.Date.Earliest!.Value
        select Page(knowledge, agreement, act, day, variant, $"right-{agreement.Id}-{act.Id}-{variant}", background: variant > 0);

    /// <summary>The exits of the registers, told for a day so many days too early, out of the notice's and the announcement's way.</summary>
    public static IEnumerable<RegisterPage> TooEarly(Knowledge knowledge, int days) =>
        from agreement in knowledge.Agreements
        from act in Told(agreement).Where(act => act.Act == "withdraw" && act.Parties.All(party => agreement.ClauseFor(party) is { Computes: true, Period: not null }))
        let day = act.Date.Earliest!.Value.PlusDays(-days)
        where !agreement.Register.Any(other => other.Date.Earliest == day) && agreement.Register.Any(other => other.Act == "notify-withdrawal" && other.Parties.Any(act.Parties.Contains) && other.Date.Latest < day)
        select Page(knowledge, agreement, act, day, day.Day, $"early-{agreement.Id}-{act.Id}", background: false);

    private static IEnumerable<RegisterAct> Told(Agreement agreement) =>
        agreement.Names.ContainsKey("vi") ? agreement.Register.Where(act => act.Date.IsDay && Words.ContainsKey(act.Act) && (act.Parties.Count is > 0 and <= 3 || act.Act == "enter-into-force")) : [];

    private static RegisterPage Page(Knowledge knowledge, Agreement agreement, RegisterAct act, LocalDate day, int variant, string name, bool background)
    {
        var told = day.PlusDays(1);
        var lines = new List<string>
        {
            Sections[Index(name, Sections.Length)],
            $"{Two(told.Day)}/{Two(told.Month)}/{told.Year} 08:15",
            Capital(Said(knowledge, agreement, act, variant + 1)),
            Opened(knowledge, agreement, act, day, variant, variant % 3 == 2 ? Yearless : Openings),
            Fillers[Index(name, Fillers.Length)],
        };
        if (act.Act == "notify-withdrawal" && agreement.Register.FirstOrDefault(other => other.Act == "withdraw" && other.Date.IsDay && other.Parties.SequenceEqual(act.Parties) && other.Date.Earliest > day) is { } exit)
            lines.Add(Dated($"Việc rút khỏi {agreement.Names["vi"][0]} sẽ có hiệu lực từ ngày {{D}}.", exit.Date.Earliest!.Value));
        if (background)
            lines.AddRange(agreement.Register.Where(other => other.Date.IsDay && other.Date.Latest < day && other.Id != act.Id && Told(agreement).Contains(other)).TakeLast(3)
                .Select(other => Opened(knowledge, agreement, other, other.Date.Earliest!.Value, 0, Openings)));
        lines.Add($"Minh An (theo {(variant % 2 == 0 ? "AFP" : "TTXVN")})");
        return new(name, string.Join('\n', lines), agreement.Id, act);
    }

    private static string Opened(Knowledge knowledge, Agreement agreement, RegisterAct act, LocalDate day, int variant, string[] openings) =>
        Capital(Dated(openings[(variant + day.Day) % openings.Length].Replace("{S}", Said(knowledge, agreement, act, variant), StringComparison.Ordinal), day));

    private static string Dated(string text, LocalDate day) => text.Replace("{D}", $"{day.Day}/{day.Month}/{day.Year}", StringComparison.Ordinal).Replace("{d}", $"{day.Day}/{day.Month}", StringComparison.Ordinal)
        .Replace("{L}", $"{day.Day} tháng {day.Month} năm {day.Year}", StringComparison.Ordinal);

    private static string Said(Knowledge knowledge, Agreement agreement, RegisterAct act, int variant)
    {
        var (wordings, names) = (Words[act.Act], agreement.Names["vi"]);
        var parties = act.Parties.Select(party => NameOf(knowledge, party)).ToList();
        var who = parties.Count > 1 ? $"{string.Join(", ", parties.SkipLast(1))} và {parties[^1]}" : parties.FirstOrDefault() ?? "";
        var said = wordings[variant % wordings.Length].Replace("{A}", who, StringComparison.Ordinal).Replace("{X}", names[variant % Math.Min(2, names.Count)], StringComparison.Ordinal);
        return act.Act == "enter-into-force" && who != "" ? $"{said} đối với {who}" : said;
    }

    private static string NameOf(Knowledge knowledge, string party) =>
        knowledge.Languages.First(pack => pack.Language == "vi").Actors.FirstOrDefault(actor => actor.Code == party)?.Names[0] ?? party;

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>An index that depends on the name alone.</summary>
    private static int Index(string name, int count) => name.Sum(letter => letter) % count;
}
