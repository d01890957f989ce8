// Some sets of reports on their way to becoming events: read from the database, then folded without it.
using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A closed set of reports, the blocks that it takes the place of, the hash of its inputs and its events, each also as it is stored.</summary>
internal sealed record Folded(IReadOnlyList<long> Blocks, List<RawReport> Live, string Inputs, IReadOnlyList<(Event Event, string Content)> Events);

internal sealed record StoredEvent(string Id, long Block, string Content);

/// <summary>All that folding a portion needs.</summary>
internal sealed class PortionFold
{
    private readonly Folding folding;
    private readonly List<ReportSet> sets;
    private readonly ILookup<long, long> memberships;
    private readonly List<List<long>> members;
    private readonly Dictionary<long, string> contents;
    private readonly IReadOnlyList<Ruling> rulings;
    private readonly Dictionary<string, PageOrigin> origins;
    private readonly Dictionary<long, string> inputs;

    private PortionFold(LedgerDatabase database, Folding folding, LiveReports reports, List<ReportSet> sets)
    {
        (this.folding, this.sets) = (folding, sets);
        var blocks = sets.SelectMany(set => set.Blocks).ToList();
        var list = database.List(blocks);
        Before = blocks.Count == 0 ? [] : database.Query($"select id, block, content from event where {database.In("block", "@blocks")}", row => new StoredEvent(row.GetString(0), row.GetInt64(1), row.GetString(2)), ("@blocks", list));
        memberships = (blocks.Count == 0 ? [] : database.Query($"select report, block from membership where {database.In("block", "@blocks")}", row => (Report: row.GetInt64(0), Block: row.GetInt64(1)), ("@blocks", list))).ToLookup(row => row.Block, row => row.Report);
        inputs = (blocks.Count == 0 ? [] : database.Query($"select no, inputs from block where {database.In("no", "@blocks")}", row => (No: row.GetInt64(0), Inputs: row.GetString(1)), ("@blocks", list))).ToDictionary(row => row.No, row => row.Inputs);
        members = [.. sets.Select(set => set.Blocks.Count == 0 ? [.. set.Reports] : set.Reports.Concat(set.Blocks.SelectMany(block => memberships[block])).Distinct().ToList())];
        var rows = reports.RawOf(members.SelectMany(set => set).Distinct()).ToList();
        contents = rows.ToDictionary(row => row.No, row => row.Content);
        rulings = reports.HasRulings ? RulingAttachment.On(database, [.. rows.Select(row => LedgerText.Report(row.Content).Id)]) : [];
        origins = EventMerger.OriginsOf(database, rows.Select(row => row.Reading).Distinct());
    }

    /// <summary>The events that the portion's blocks had until now.</summary>
    public List<StoredEvent> Before { get; }

    public static PortionFold Read(LedgerDatabase database, Folding folding, LiveReports reports, List<ReportSet> sets) => new(database, folding, reports, sets);

    /// <summary>The sets whose inputs have changed, with their events. Sets are folded side by side and kept in their order.</summary>
    public List<Folded> Run()
    {
        var prints = origins.ToDictionary(origin => origin.Key, origin => PrintOf(origin.Value), StringComparer.Ordinal);
        try
        {
            return [.. Enumerable.Range(0, sets.Count).AsParallel().AsOrdered().Select(i => Fold(i, prints)).OfType<Folded>()];
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            throw;
        }
    }

    private Folded? Fold(int set, Dictionary<string, byte[]> prints)
    {
        var live = members[set].Where(contents.ContainsKey).Select(no => new RawReport(no, LedgerText.Report(contents[no]), contents[no])).ToList();
        live.Sort((a, b) => string.CompareOrdinal(a.Report.Id, b.Report.Id));
        var input = new FoldInput([.. live.Select(report => report.Report)], RulingsOn(live), origins);
        var hash = HashOf(live, input, prints);
        if (sets[set].Blocks is [var only] && inputs.GetValueOrDefault(only) == hash && memberships[only].Count() == live.Count) return null;
        var events = live.Count == 0 ? [] : folding.Events(input);
        return new(sets[set].Blocks, live, hash, [.. events.Select(e => (e, LedgerText.Of(e)))]);
    }

    private IReadOnlyList<Ruling> RulingsOn(List<RawReport> live)
    {
        if (rulings.Count == 0) return [];
        var ids = live.Select(report => report.Report.Id).ToHashSet(StringComparer.Ordinal);
        return [.. rulings.Where(ruling => ruling.Reports.Concat(ruling.Against).Any(report => ids.Contains(report.Id)))];
    }

    private string HashOf(List<RawReport> live, FoldInput input, Dictionary<string, byte[]> prints)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(folding.Version);
        foreach (var report in live)
        {
            Add(report.Content);
            if (prints.TryGetValue(report.Report.Page, out var print)) hash.AppendData(print);
        }
        foreach (var ruling in input.Rulings) Add(LedgerText.Of(ruling));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));

        void Add(string part)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(part.Length) + 1);
            var length = Encoding.UTF8.GetBytes(part, bytes);
            bytes[length] = 0;
            hash.AppendData(bytes, 0, length + 1);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>What of a page takes part in the hash of a block.</summary>
    private static byte[] PrintOf(PageOrigin origin) =>
        Encoding.UTF8.GetBytes($"{origin.Outlet}|{string.Join('\n', origin.Credits)}|{(origin.Signature is { } signature ? Convert.ToHexStringLower(Signatures.Written(signature)) : "")}\0");
}
