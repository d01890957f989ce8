// Folded events as rows: their blocks, actors and memberships.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class EventRows(LedgerDatabase database, Folding folding)
{
    private readonly Dictionary<string, string> eventOfReport = new(StringComparer.Ordinal);

    /// <summary>What was written, by event id.</summary>
    public Dictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    public string? EventOf(string report) => eventOfReport.GetValueOrDefault(report);

    /// <summary>Whole sets, each as a new block.</summary>
    public void Insert(List<Folded> sets)
    {
        var blocks = database.Numbers("block", sets.Count);
        database.Insert("block", ["no", "inputs", "known_first", "known_last"], sets.Select((set, i) => new object?[] { blocks[i], set.Inputs, Known.FirstOf(set.Live), Known.LastOf(set.Live) }));
        Insert([.. sets.Select((set, i) => (blocks[i], set.Events, (IReadOnlyList<RawReport>)set.Live, set.Live.Count >= BlockGrowth.Large))]);
    }

    /// <summary>Events and the reports that they are of, and those that are of none, in blocks that are there.</summary>
    public void Insert(IReadOnlyList<(long Block, IReadOnlyList<(Event Event, string Content)> Events, IReadOnlyList<RawReport> Reports, bool IsLarge)> blocks)
    {
        var numbers = database.Numbers("event", blocks.Sum(block => block.Events.Count));
        var events = new List<object?[]>();
        var actors = new List<object?[]>();
        var memberships = new List<object?[]>();
        var outlines = new List<object?[]>();
        var (course, courseRows) = (new CourseRows(database, folding), new List<object?[]?>());
        foreach (var block in blocks)
        {
            var numberOf = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (told, content) in block.Events)
            {
                var number = numbers[events.Count];
                Written[told.Id] = content;
                courseRows.Add(course.Of(number, told));
                events.Add([number, told.Id, block.Block, told.Act, told.Agreement, Days.Of(told.Date?.Earliest), Days.Of(told.Date?.Latest), content]);
                actors.AddRange(told.Source.Concat(told.Target).Distinct(StringComparer.Ordinal).Select(actor => new object?[] { actor, number }));
                foreach (var report in told.Reports)
                {
                    numberOf[report] = number;
                    eventOfReport[report] = told.Id;
                }
            }
            if (block.IsLarge) outlines.AddRange(BlockOutlines.Rows(folding, block.Block, block.Reports.Where(report => numberOf.ContainsKey(report.Report.Id)).Select(report => (numberOf[report.Report.Id], report.Report))));
            memberships.AddRange(block.Reports.Select(report => new object?[] { report.No, block.Block, numberOf.TryGetValue(report.Report.Id, out var number) ? number : null }));
        }
        database.Insert("event", ["no", "id", "block", "act", "agreement", "first", "last", "content"], events);
        course.Insert(courseRows);
        BlockOutlines.Insert(database, outlines);
        database.Insert("event_actor", ["actor", "event"], actors);
        database.Insert("membership", ["report", "block", "event"], memberships);
    }
}
