// A run over pages: the sources in order, read by several workers, given back in the same order.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Reading.Pages;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>What a run gives, in the order of the sources: a reading, a reject, a page that is known, or the end of a file (none of the three).</summary>
internal readonly record struct Outcome(SourceFile File)
{
    public PageReading? Reading { get; init; }

    public Reject? Reject { get; init; }

    /// <summary>A page whose reading is in the ledger already.</summary>
    public Page? Known { get; init; }

    /// <summary>Where the page stands in its archive.</summary>
    public RecordMark? Mark { get; init; }

    public bool IsEndOfFile => Reading is null && Reject is null && Known is null;
}

/// <summary>Reads what a call names. No more pages than a few for each worker are in memory, however large the source.</summary>
internal sealed class PageRun(Call call)
{
    /// <summary>Batches in work or waiting to be given back, for each worker.</summary>
    private const int Ahead = 4;

    /// <summary>Pages that are read together, and bytes of them beyond which a batch is closed: few enough to stay in the caches, enough that each step pays.</summary>
    private const int BatchPages = 16, BatchBytes = 100_000;

    /// <summary>Bytes of pages in work or waiting, beyond which no page is added to them.</summary>
    private const long MostBytes = 8 << 20;

    public static IReadOnlyList<Doors.Option> Options { get; } = [new("--published", "EDTF"), new("--outlet", "NAME"), new("--jobs", "N")];

    private readonly Pipeline pipeline = new(call.Knowledge);

    public int Rejects { get; private set; }

    /// <summary>What a call says of its pages, and the coder: a page read under other hints is read anew.</summary>
    public string Hints => $"{pipeline.Version} {call.Text("--published")} {call.Text("--outlet")}";

    /// <summary>The readings of all pages, in the order of the sources. What cannot be read is told on the error stream and counted.</summary>
    public IEnumerable<PageReading> Read(IReadOnlyList<string> paths) => Outcomes(paths, _ => null, _ => false).Select(outcome => outcome.Reading).OfType<PageReading>();

    /// <param name="placeIn">How far an archive has been read before; what comes behind that is read.</param>
    /// <param name="knows">Whether a page's reading, by its id, is there already. Asked on the caller's thread.</param>
    public IEnumerable<Outcome> Outcomes(IReadOnlyList<string> paths, Func<SourceFile, ArchivePlace?> placeIn, Func<(Page Page, string Reading), bool> knows)
    {
        using var progress = new Progress(call, PageSource.BytesOf(paths));
        foreach (var outcome in InOrder(Work(paths, placeIn, knows), call.Whole("--jobs", 1) ?? Environment.ProcessorCount))
        {
            call.Surroundings.Stop.ThrowIfCancellationRequested();
            if (outcome.IsEndOfFile) progress.EndFile(outcome.File);
            else progress.Step(outcome.Reading?.Sighting ?? outcome.Known?.Sighting ?? outcome.Reject?.Sighting);
            if (outcome.Reject is { } reject)
            {
                Rejects++;
                progress.Tell(call.Wording.Say("read.reject", Place(reject.Sighting), call.Wording.SayOr($"reject.{reject.Code}", reject.Reason)));
            }
            yield return outcome;
        }
    }

    private static string Place(Sighting sighting) => sighting.Offset is null ? sighting.Path : $"{sighting.Path} ({sighting.Name})";

    private IEnumerable<Job> Work(IReadOnlyList<string> paths, Func<SourceFile, ArchivePlace?> placeIn, Func<(Page Page, string Reading), bool> knows)
    {
        var (published, outlet) = (call.Date("--published"), call.Text("--outlet"));
        foreach (var file in PageSource.Files(paths))
        {
            if (file.Reject is { } missing)
            {
                yield return Job.Done(new(file) { Reject = missing });
                continue;
            }
            var place = placeIn(file);
            if (place is not { IsDone: true })
            {
                IEnumerable<PageOrReject> records = file.Path == PageSource.Input
                    ? PageRecords.Read(call.Surroundings.In(), file.Sighting)
                    : file.Read((stream, sighting) => PageRecords.Read(stream, sighting, last: place?.Last));
                foreach (var record in records) yield return JobOf(file, record, seen => seen with { Published = published ?? seen.Published, Outlet = outlet ?? seen.Outlet }, knows);
            }
            yield return Job.Done(new(file));
        }
    }

    private Job JobOf(SourceFile file, PageOrReject record, Func<Sighting, Sighting> hinted, Func<(Page Page, string Reading), bool> knows)
    {
        if (record.Page is not { } found) return Job.Done(new(file) { Reject = record.Reject });
        var page = found with { Sighting = hinted(found.Sighting) };
        return knows((page, pipeline.IdOf(page))) ? Job.Done(new(file) { Known = page, Mark = record.Mark }) : new(new(file) { Mark = record.Mark }, page);
    }

    private IEnumerable<Outcome> InOrder(IEnumerable<Job> source, int jobs)
    {
        if (jobs == 1)
        {
            foreach (var batch in Batches(source))
                foreach (var outcome in Run(batch)) yield return outcome;
            yield break;
        }
        var running = new Queue<(Task<List<Outcome>> Task, long Bytes)>();
        long bytes = 0;
        foreach (var batch in Batches(source))
        {
            var size = batch.Sum(job => job.Bytes);
            while (running.Count > 0 && (running.Count >= jobs * Ahead || bytes + size > MostBytes))
                foreach (var outcome in Next()) yield return outcome;
            running.Enqueue((size == 0 ? Task.FromResult(Run(batch)) : Task.Run(() => Run(batch)), size));
            bytes += size;
        }
        while (running.Count > 0)
            foreach (var outcome in Next()) yield return outcome;

        List<Outcome> Next()
        {
            var (task, size) = running.Dequeue();
            bytes -= size;
            return task.GetAwaiter().GetResult();
        }
    }

    /// <summary>Jobs in their order, some pages at a time.</summary>
    private static IEnumerable<List<Job>> Batches(IEnumerable<Job> source)
    {
        var (batch, pages, bytes) = (new List<Job>(), 0, 0L);
        foreach (var job in source)
        {
            if (pages > 0 && (pages == BatchPages || bytes + job.Bytes > BatchBytes))
            {
                yield return batch;
                (batch, pages, bytes) = ([], 0, 0);
            }
            batch.Add(job);
            (pages, bytes) = (pages + (job.Page is null ? 0 : 1), bytes + job.Bytes);
        }
        if (batch.Count > 0) yield return batch;
    }

    private List<Outcome> Run(List<Job> batch)
    {
        var readings = new Queue<ReadingOrReject>(pipeline.Read([.. batch.Select(job => job.Page).OfType<Page>()]));
        return batch.ConvertAll(job => job.Page is null ? job.Outcome : With(job.Outcome, readings.Dequeue()));
    }

    private static Outcome With(Outcome outcome, ReadingOrReject read) => outcome with { Reading = read.Reading, Reject = read.Reject };

    /// <summary>A page to be read and what its outcome says besides; no page where there is nothing left to do.</summary>
    private sealed record Job(Outcome Outcome, Page? Page)
    {
        public static Job Done(Outcome outcome) => new(outcome, null);

        public long Bytes => Page?.Bytes.Length ?? 0;
    }
}
