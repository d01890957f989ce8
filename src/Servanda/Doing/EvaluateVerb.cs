// evaluate: what was read, held against what a careful reader finds.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Evaluation;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class EvaluateVerb
{
    public static Verb Verb { get; } = new(
        "evaluate", [new("GOLD", Required: true), new("PATH", Required: true, Many: true)], [new("--misses"), .. PageRun.Options, new("--format", "table|json")], Run)
    { Reads = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var (folder, paths) = (call.Required("GOLD"), call.Texts("PATH"));
        if (!JudgedFiles.AreIn(folder)) throw new WrongCall("wrong.gold", folder);
        var gold = JudgedFiles.In(folder).Select(file => (file.Name, Page: PageOf(file.Name, file.Text, folder))).ToList();
        var run = paths is [var one] && JudgedFiles.AreIn(one)
            ? JudgedFiles.In(one).ToDictionary(file => file.Name, file => (Page: PageOf(file.Name, file.Text, one), Lines: (IReadOnlyList<string>?)null), StringComparer.Ordinal)
            : null;
        var rejects = 0;
        var readings = new Dictionary<string, PageReading>(StringComparer.Ordinal);
        var triggering = new Triggering(call.Knowledge.Languages.SelectMany(language => language.Frames));
        if (run is null)
        {
            run = new(StringComparer.Ordinal);
            var pages = new PageRun(call);
            var wanted = gold.Select(page => page.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var reading in pages.Read(paths))
                if (wanted.Contains(reading.Sighting.Name) && readings.TryAdd(reading.Sighting.Name, reading))
                    run.TryAdd(reading.Sighting.Name, (PageOf(reading.Sighting.Name, Json.Text(writer => StoryJson.Write(writer, reading, call.DataVersion)), reading.Sighting.Path), reading.Story.Text.Split('\n')));
            rejects = pages.Rejects;
        }
        var scoring = new Scoring(new(call.Knowledge.Acts, call.Knowledge.Agreements.Select(agreement => agreement.Id)));
        var scores = gold.Select(page => run.TryGetValue(page.Name, out var read) ? With(scoring.Of(page.Page, read.Page, read.Lines), page.Page) : scoring.Of(page.Page, null, null)).ToList();
        if (json) call.Out.WriteLine(Json.Text(writer => EvaluationOutput.Write(writer, scores, call.Flag("--misses")), indented: true, call.DataVersion));
        else EvaluationOutput.Tables(call.Out, scores, call.Flag("--misses"), call.Wording, call.Surroundings.Width);
        return rejects > 0 ? Exit.Rejects : Exit.Done;

        PageScore With(PageScore score, JudgedPage page) => readings.TryGetValue(page.Page, out var reading)
            ? score with { Triggered = triggering.Of(page, reading), Silent = score.Missed.Select(missed => triggering.Silent(missed, reading)).ToList() }
            : score;
    }

    private static JudgedPage PageOf(string name, string text, string path)
    {
        try
        {
            return JudgedPage.Read(name, text);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new WrongCall("wrong.judged", $"{path}: {name}", exception.Message.Split('\n')[0]);
        }
    }
}
