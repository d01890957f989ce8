// What is to be read, handed out so that each item is read once though readers come and die.
using NodaTime;
using Duration = NodaTime.Duration;

namespace Servanda.Store;

/// <summary>An item that a worker has taken.</summary>
public sealed record WorkItem(long No, string Item);

/// <summary>
/// The ledger's database as a queue. A worker takes an item for a while, writes what it reads, and then says that it is done; one that dies says nothing, and its item is given out again when
/// the while is over. Reading twice adds nothing, so a worker that was only slow does no harm. Workers' clocks should agree to within the while they take an item for.
/// </summary>
public sealed class WorkQueue
{
    private readonly LedgerDatabase database;
    private readonly string worker;

    internal WorkQueue(LedgerDatabase database, string worker) => (this.database, this.worker) = (database, worker);

    /// <summary>Adds items that are not there yet; gives the number of those that are left to do.</summary>
    public long Offer(IEnumerable<string> items) => database.Write(() =>
    {
        foreach (var portion in items.Distinct(StringComparer.Ordinal).Chunk(1000))
        {
            var there = database.Query($"select item from work where {database.In("item", "@items")}", row => row.GetString(0), ("@items", database.List(portion))).ToHashSet(StringComparer.Ordinal);
            var missing = portion.Where(item => !there.Contains(item)).ToList();
            var numbers = database.Numbers("work", missing.Count);
            database.Insert("work", ["no", "item", "done"], [.. missing.Select((item, i) => new object?[] { numbers[i], item, 0 })], unlessThere: true);
        }
        return Left();
    });

    /// <summary>The next item that nobody has; null where there is none now: all are done, or in other hands.</summary>
    public WorkItem? Take(Instant now, Duration lease) => database.Write(() => database.First(
        $"""
        update work set worker = @worker, until = @until
        where no = (select no from work where done = 0 and (until is null or until < @now) order by no limit 1 {database.SkipLocked}) returning no, item
        """,
        row => new WorkItem(row.GetInt64(0), row.GetString(1)), ("@worker", worker), ("@until", (now + lease).ToUnixTimeSeconds()), ("@now", now.ToUnixTimeSeconds())));

    /// <summary>Keeps an item longer; false where another worker has it by now.</summary>
    public bool Keep(WorkItem item, Instant now, Duration lease) => database.Write(() =>
        database.Execute("update work set until = @until where no = @no and worker = @worker and done = 0", ("@until", (now + lease).ToUnixTimeSeconds()), ("@no", item.No), ("@worker", worker))) > 0;

    /// <summary>After what was read is written.</summary>
    public void Done(WorkItem item) => database.Write(() => database.Execute("update work set done = 1 where no = @no", ("@no", item.No)));

    public long Left() => database.Number("select count(*) from work where done = 0");
}
