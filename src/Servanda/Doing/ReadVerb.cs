// read: pages into the ledger.
using System.Globalization;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>
/// Reading writes as it goes, and where it stands in each archive with it. Whatever ends it, the same call goes on from there; a page whose reading is in the ledger is not read again.
/// </summary>
internal static class ReadVerb
{
    public static Verb Verb { get; } = new("read", [new("PATH", Required: true, Many: true)], [Ledgers.Option, .. PageRun.Options, new("--share"), new("--format", "table|json")], Run) { Reads = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var run = new PageRun(call);
        var batch = new LedgerBatch(run.Hints, call.Surroundings.Watch);
        var judgement = Pipeline.Judgement(call.Knowledge);
        var places = new Dictionary<SourceFile, ArchivePlace?>();
        var sum = default(WriteSummary);
        using var ledger = Ledgers.ToWrite(call);
        try
        {
            if (call.Flag("--share"))
            {
                var shared = new SharedReading(call, ledger, run.Hints);
                shared.Read(Read);
                shared.Merge();
            }
            else
            {
                Read(call.Texts("PATH"), () => { });
                Finish();
            }
        }
        catch (OperationCanceledException) when (call.Surroundings.Stop.IsCancellationRequested)
        {
            Finish();
            call.Surroundings.Error.WriteLine($"servanda: {call.Wording.Say("read.stopped", Numbers(sum))}");
            return Exit.Stopped;
        }
        sum += new WriteSummary(0, 0, (int)batch.KnownBefore, 0, 0, (int)batch.RefusedBefore);
        Tell(call, json, sum);
        return sum.Rejects > 0 ? Exit.Rejects : Exit.Done;

        void Read(IReadOnlyList<string> paths, Action written)
        {
            foreach (var outcome in run.Outcomes(paths, PlaceIn, one => ledger.Knows(one.Page.Id, one.Reading)))
            {
                batch.Add(outcome, file => places.Remove(file, out var place) ? place : null);
                if (!batch.IsFull) continue;
                Write();
                written();
            }
            Write();
        }

        ArchivePlace? PlaceIn(SourceFile file)
        {
            var place = batch.PlaceIn(file, ledger);
            places[file] = place;
            if (place is { IsDone: false } before) call.Surroundings.Error.WriteLine($"servanda: {call.Wording.Say("read.goes-on", file.Path, before.Last.Number.ToString(CultureInfo.InvariantCulture))}");
            return place;
        }

        void Write()
        {
            var written = batch.Take();
            if (!written.IsEmpty) sum += ledger.Write(written with { Judgement = judgement }, call.Surroundings.Now);
        }

        void Finish()
        {
            Write();
            ledger.Merge(call.Surroundings.Now);
        }
    }

    private static void Tell(Call call, bool json, WriteSummary sum)
    {
        if (json)
        {
            call.Out.WriteLine(Json.Text(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("pages", sum.New + sum.Replaced + sum.Unchanged + sum.Rejects);
                writer.WriteNumber("new", sum.New);
                writer.WriteNumber("readAnew", sum.Replaced);
                writer.WriteNumber("known", sum.Unchanged);
                writer.WriteNumber("reports", sum.Reports);
                writer.WriteNumber("rejects", sum.Rejects);
                writer.WriteString("data", call.Knowledge.Version[..12]);
                writer.WriteEndObject();
            }));
            return;
        }
        call.Out.WriteLine(call.Wording.Say("read.done", Numbers(sum)));
        if (call.Surroundings.OutIsTerminal) call.Out.WriteLine(call.Wording.Say("read.next"));
    }

    private static string[] Numbers(WriteSummary sum) =>
        [.. new[] { sum.New + sum.Replaced + sum.Unchanged + sum.Rejects, sum.New, sum.Replaced, sum.Unchanged, sum.Reports, sum.Rejects }.Select(one => one.ToString(CultureInfo.InvariantCulture))];
}
