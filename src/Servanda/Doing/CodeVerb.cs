// code: what stories tell, without a ledger: one JSON line a story, or one file a page.
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class CodeVerb
{
    public static Verb Verb { get; } = new("code", [new("PATH", Required: true, Many: true)], [new("--out", "DIR"), .. PageRun.Options], Run) { Reads = true };

    private static int Run(Call call)
    {
        var run = new PageRun(call);
        var folder = call.Text("--out") is { } path ? OutputFolder.Open(path) : null;
        foreach (var reading in run.Read(call.Texts("PATH")))
        {
            var text = Json.Text(json => StoryJson.Write(json, reading, call.Knowledge.Version[..12]), indented: folder is not null);
            if (folder is null) call.Out.WriteLine(text);
            else folder.Write(reading.Sighting.Name, ".json", text + "\n");
        }
        return run.Rejects > 0 ? Exit.Rejects : Exit.Done;
    }
}
