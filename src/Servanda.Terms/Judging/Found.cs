// Makes findings: their ids, and the reasons that rules have in common.
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Found
{
    /// <summary>A finding; the same contradiction told by the same reports has the same id.</summary>
    public static Finding Of(FindingKind kind, string? agreement, string about, Message says, Message? repair, IEnumerable<Report> reports, IReadOnlyList<Reason> because)
    {
        var told = reports.OrderBy(report => report.Id, StringComparer.Ordinal).ToList();
        IReadOnlyList<string> ids = [.. told.Select(report => report.Id).Distinct(StringComparer.Ordinal)];
        return new()
        {
            Id = IdOf(kind, agreement, about, ids),
            Kind = kind,
            Agreement = agreement,
            About = about,
            Says = says,
            Repair = repair,
            Reports = ids,
            Pages = [.. told.Select(report => report.Page).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Because = [.. because.DistinctBy(reason => (reason.Text, reason.Report))],
        };
    }

    /// <summary>A finding about a page itself, whatever it reports.</summary>
    public static Finding OfPage(FindingKind kind, string about, Message says, Story story, IReadOnlyList<Reason> because) => new()
    {
        Id = IdOf(kind, null, about, [story.Page]),
        Kind = kind,
        About = about,
        Says = says,
        Reports = [],
        Pages = [story.Page],
        Because = because,
    };

    /// <summary>16 bytes of a SHA-256 over kind, agreement, attribute and reports, in lower-case hex.</summary>
    public static string IdOf(FindingKind kind, string? agreement, string about, IReadOnlyList<string> reports) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [kind.ToString(), agreement ?? "", about, .. reports])))[..16]);

    /// <summary>What a page says, as a reason.</summary>
    public static Reason Reported(Report report) => new(new("reason.page-says", string.Join(',', report.Source), report.Act, report.Date?.Text ?? ""), Report: report.Id);

    /// <summary>An act of the register, with where it stands and what it rests on.</summary>
    public static Reason Established(Agreement agreement, RegisterAct act) =>
        new(act.Parties.Count == 0 ? new("reason.agreement-act", agreement.Id, act.Act, act.Date.Text) : new("reason.register-act", string.Join(',', act.Parties), act.Act, act.Date.Text),
            act.Ground.Article, Because.Address(agreement, act.Ground), Verified: act.Ground.Verified);

    /// <summary>The notice that led out, or runs, and the arithmetic from it to the end.</summary>
    public static IEnumerable<Reason> Notice(Agreement agreement, RunningNotice notice, string party) =>
        [Because.Told(agreement, notice.Deed, party), .. Steps(agreement, notice.End)];

    /// <summary>The arithmetic of an end, each step with the address of its source.</summary>
    public static IEnumerable<Reason> Steps(Agreement agreement, EndDate end) => end.Steps.Select(step => Because.Addressed(agreement, step));

    public static Reason Clause(Agreement agreement, Withdrawal clause) =>
        new(new("reason.clause", clause.Period?.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", clause.Period?.Unit.ToString().ToLowerInvariant() ?? ""),
            clause.Ground.Article, Because.Address(agreement, clause.Ground), Verified: clause.Ground.Verified);

    public static string Iso(LocalDate day) => Edtf.Iso(day);
}
