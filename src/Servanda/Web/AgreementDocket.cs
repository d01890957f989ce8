// What an agreement's pages have in common, whatever day they are about: its course, its first events, its lanes.
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Web;

/// <param name="Moving">The events that statuses, clocks and limits can depend on.</param>
/// <param name="First">The first events, as many as a page shows.</param>
/// <param name="Count">How many events there are.</param>
/// <param name="KnownAt">The day it was known so; null: as all is known.</param>
internal sealed record AgreementDocket(Course Course, IReadOnlyList<Event> Moving, IReadOnlyList<Event> First, int Count, LocalDate? KnownAt)
{
    private const int Shown = 300;

    // Most pages are about a day that has been: their lanes all end today.
    private Tuple<LocalDate, IReadOnlyList<Lane>>? kept;
    // Most questions that name a day of knowledge name the day before today.
    private AgreementDocket? known;
    private DocketRows? rows;
    private Dictionary<string, Event>? movingById;

    public static AgreementDocket Of(Agreement agreement, LedgerStore? ledger)
    {
        if (ledger is null) return Of(agreement, [], [], 0, null);
        var query = new EventQuery { Agreement = agreement.Id };
        return Of(agreement, [.. ledger.Events(query with { Acts = Statuses.Acts })], [.. ledger.Events(query).Take(Shown)], ledger.Count(query), null);
    }

    /// <summary>What was known of it on a day.</summary>
    /// <param name="now">The docket as all is known.</param>
    public static AgreementDocket Of(Agreement agreement, LedgerStore ledger, AgreementDocket now, LocalDate day, KnownDockets known)
    {
        var rows = now.rows ??= ledger.Docket(agreement.Id);
        var moving = now.movingById ??= now.Moving.ToDictionary(told => told.Id, StringComparer.Ordinal);
        var (found, first, count) = known.On(ledger, rows, moving, told => Statuses.Acts.Contains(told.Act, StringComparer.Ordinal), day, Shown);
        return Of(agreement, found, first, count, day);
    }

    /// <summary>The same events as known on a day by which all of them were.</summary>
    public AgreementDocket KnownOn(Agreement agreement, LocalDate day)
    {
        if (known is not { } before || before.KnownAt != day) known = before = Of(agreement, Moving, First, Count, day);
        return before;
    }

    private static AgreementDocket Of(Agreement agreement, IReadOnlyList<Event> moving, IReadOnlyList<Event> first, int count, LocalDate? knownAt) => new(new(agreement, moving, knownAt), moving, first, count, knownAt);

    public IReadOnlyList<Lane> Lanes(LocalDate until)
    {
        if (kept is not { } before || before.Item1 != until) kept = before = Tuple.Create(until, Web.Lanes.Of(Course, until));
        return before.Item2;
    }
}
