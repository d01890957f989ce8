// Folded sets as rows: their block, events, actors and memberships.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class EventRows(LedgerDatabase database, List<Folded> sets)
{
    private readonly Dictionary<string, string> eventOfReport = new(StringComparer.Ordinal);

    /// <summary>What was written, by event id.</summary>
    public Dictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    public string? EventOf(string report) => eventOfReport.GetValueOrDefault(report);

    private static int? KnownFirst(Folded set) => Days.Of(set.Live.Min(report => report.Report.Told?.Latest));

    private static int? KnownLast(Folded set) => set.Live.All(report => report.Report.Told?.Latest is not null) ? Days.Of(set.Live.Max(report => report.Report.Told!.Latest)) : null;

    public void Insert()
    {
        var blocks = database.Numbers("block", sets.Count);
        var numbers = database.Numbers("event", sets.Sum(set => set.Events.Count));
        var events = new List<object?[]>();
        var actors = new List<object?[]>();
        var memberships = new List<object?[]>();
        for (var i = 0; i < sets.Count; i++)
        {
            var numberOf = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (told, content) in sets[i].Events)
            {
                var number = numbers[events.Count];
                Written[told.Id] = content;
                events.Add([number, told.Id, blocks[i], told.Act, told.Agreement, Days.Of(told.Date?.Earliest), Days.Of(told.Date?.Latest), content]);
                actors.AddRange(told.Source.Concat(told.Target).Distinct(StringComparer.Ordinal).Select(actor => new object?[] { actor, number }));
                foreach (var report in told.Reports)
                {
                    numberOf[report] = number;
                    eventOfReport[report] = told.Id;
                }
            }
            memberships.AddRange(sets[i].Live.Select(report => new object?[] { report.No, blocks[i], numberOf.TryGetValue(report.Report.Id, out var number) ? number : null }));
        }
        database.Insert("block", ["no", "inputs", "known_first", "known_last"], sets.Select((set, i) => new object?[] { blocks[i], set.Inputs, KnownFirst(set), KnownLast(set) }));
        database.Insert("event", ["no", "id", "block", "act", "agreement", "first", "last", "content"], events);
        database.Insert("event_actor", ["actor", "event"], actors);
        database.Insert("membership", ["report", "block", "event"], memberships);
    }
}
