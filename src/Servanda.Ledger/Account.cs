// A report as merging looks at it: with what is asked of it again and again worked out once.
using Servanda.Model;

namespace Servanda.Ledger;

/// <param name="Key">Equal for reports that are told alike (<see cref="ToldAlike"/>).</param>
/// <param name="Anchor">The days on which its act may lie.</param>
/// <param name="Actors">Those who act; of a symmetric act all who take part.</param>
internal sealed record Account(Report Report, string Key, Anchor? Anchor, IReadOnlyList<string> Actors)
{
    private Report? anywhere;

    /// <summary>The same on a page of its own.</summary>
    public Report Anywhere => anywhere ??= Report with { Page = "" };

    public static Account Of(Report report, Matching matching) => new(report, ToldAlike.Key(report), Ledger.Anchor.Of(report), matching.Actors(report));

    /// <summary>The order in which accounts look for their event: records, then dated narrowly, then more fully told, then by id.</summary>
    public static IReadOnlyList<Account> InOrder(IEnumerable<Report> reports, Matching matching) => InOrder(reports.Select(report => Of(report, matching)));

    public static IReadOnlyList<Account> InOrder(IEnumerable<Account> accounts) =>
    [
        .. accounts.OrderBy(x => x.Report.Word != WordOf.Document)
            .ThenBy(x => x.Anchor is not { Dated: true }).ThenBy(x => x.Anchor?.Days ?? int.MaxValue).ThenByDescending(x => x.Actors.Count)
            .ThenByDescending(x => x.Report.Target.Count).ThenBy(x => x.Report.Agreement is null).ThenBy(x => x.Report.Status).ThenBy(x => x.Report.Id, StringComparer.Ordinal),
    ];
}
