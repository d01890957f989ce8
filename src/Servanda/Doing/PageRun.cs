// A run over pages: the sources in order, read by several workers, given back in the same order.
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Reading.Pages;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>Reads what a call names. No more pages than a few for each worker are in memory, however large the source.</summary>
internal sealed class PageRun(Call call)
{
    /// <summary>Pages in work or waiting to be given back, for each worker.</summary>
    private const int Ahead = 4;

    public static IReadOnlyList<Doors.Option> Options { get; } = [new("--published", "EDTF"), new("--outlet", "NAME"), new("--jobs", "N")];

    public int Rejects { get; private set; }

    /// <summary>The readings of all pages, in the order of the sources. What cannot be read is told on the error stream, given to <paramref name="rejected"/>, and counted.</summary>
    public IEnumerable<PageReading> Read(IReadOnlyList<string> paths, Action<Reject>? rejected = null)
    {
        var pipeline = new Pipeline(call.Knowledge);
        var (published, outlet) = (call.Date("--published"), call.Text("--outlet"));
        var jobs = call.Whole("--jobs", 1) ?? Environment.ProcessorCount;
        var input = paths.Contains("-") ? call.Surroundings.In() : null;
        using var progress = new Progress(call);
        var pages = PageSource.Read(paths, (stream, sighting) => PageRecords.Read(stream, sighting), input);
        foreach (var outcome in InOrder(pages, Work, jobs))
        {
            call.Surroundings.Stop.ThrowIfCancellationRequested();
            progress.Step();
            if (outcome.Reject is { } reject)
            {
                Rejects++;
                progress.Tell(Rejected(reject));
                rejected?.Invoke(reject);
            }
            else yield return outcome.Reading!;
        }

        ReadingOrReject Work(PageOrReject source) => source.Page is not { } page
            ? new(source.Reject!)
            : pipeline.Read(page with { Sighting = page.Sighting with { Published = published ?? page.Sighting.Published, Outlet = outlet ?? page.Sighting.Outlet } });
    }

    private string Rejected(Reject reject) => call.Wording.Say("read.reject", reject.Sighting.Path, call.Wording.SayOr($"reject.{reject.Code}", reject.Reason));

    private static IEnumerable<TOut> InOrder<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> work, int jobs)
    {
        if (jobs == 1)
        {
            foreach (var item in source) yield return work(item);
            yield break;
        }
        var running = new Queue<Task<TOut>>();
        foreach (var item in source)
        {
            running.Enqueue(Task.Run(() => work(item)));
            if (running.Count >= jobs * Ahead) yield return running.Dequeue().GetAwaiter().GetResult();
        }
        while (running.Count > 0) yield return running.Dequeue().GetAwaiter().GetResult();
    }
}
