// review: one page or draft held against the terms; nothing is stored.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class ReviewVerb
{
    public static Verb Verb { get; } = new("review", [new("PATH", Required: true, Many: true)], [.. PageRun.Options, new("--format", "table|json")], Run) { Reads = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var run = new PageRun(call);
        var book = Pipeline.Judging(call.Knowledge);
        var all = new List<(PageReading Reading, Finding Finding)>();
        foreach (var reading in run.Read(call.Texts("PATH")))
        {
            var findings = Findings.OfPage(reading, book);
            all.AddRange(findings.Select(finding => (reading, finding)));
            if (!json) FindingOutput.Review(call.Out, reading, findings, call.Wording, call.Surroundings.Width);
        }
        if (json) Json.WriteLines(call.Out, all, (writer, one) => FindingOutput.Write(writer, one.Finding, call.Wording, _ => one.Reading.Sighting.Name), call.DataVersion);
        return run.Rejects > 0 ? Exit.Rejects : Exit.Done;
    }
}
