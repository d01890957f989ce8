// read: pages into the ledger.
using System.Globalization;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class ReadVerb
{
    /// <summary>Readings written in one transaction.</summary>
    private const int Batch = 200;

    public static Verb Verb { get; } = new("read", [new("PATH", Required: true, Many: true)], [Ledgers.Option, .. PageRun.Options, new("--format", "table|json")], Run) { Reads = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var run = new PageRun(call);
        var (readings, rejects) = (new List<PageReading>(), new List<Reject>());
        var sum = default(WriteSummary);
        using var ledger = Ledgers.ToWrite(call);
        try
        {
            foreach (var reading in run.Read(call.Texts("PATH"), rejects.Add))
            {
                readings.Add(reading);
                if (readings.Count >= Batch) Write();
            }
        }
        finally
        {
            // What was read before a stop is kept; the next run goes on from there.
            Write();
            ledger.Merge(call.Surroundings.Now);
        }
        Tell(call, json, sum);
        return run.Rejects > 0 ? Exit.Rejects : Exit.Done;

        void Write()
        {
            if (readings.Count + rejects.Count > 0) sum += ledger.Write(readings, rejects, call.Surroundings.Now);
            readings.Clear();
            rejects.Clear();
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
        call.Out.WriteLine(call.Wording.Say("read.done", [.. new[] { sum.New + sum.Replaced + sum.Unchanged + sum.Rejects, sum.New, sum.Replaced, sum.Unchanged, sum.Reports, sum.Rejects }.Select(one => one.ToString(CultureInfo.InvariantCulture))]));
        if (call.Surroundings.OutIsTerminal) call.Out.WriteLine(call.Wording.Say("read.next"));
    }
}
