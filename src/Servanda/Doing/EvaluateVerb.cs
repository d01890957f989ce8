// evaluate: what was read, held against what a careful reader finds.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Evaluation;
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
        var triggered = new Dictionary<string, Share>(StringComparer.Ordinal);
        if (run is null)
        {
            run = new(StringComparer.Ordinal);
            var pages = new PageRun(call);
            var wanted = gold.ToDictionary(page => page.Name, page => page.Page, StringComparer.Ordinal);
            var triggering = new Triggering(call.Knowledge.Languages.SelectMany(language => language.Frames));
            foreach (var reading in pages.Read(paths))
                if (wanted.TryGetValue(reading.Sighting.Name, out var judged) && triggered.TryAdd(reading.Sighting.Name, triggering.Of(judged, reading)))
                    run.TryAdd(reading.Sighting.Name, (PageOf(reading.Sighting.Name, Json.Text(writer => StoryJson.Write(writer, reading, call.DataVersion)), reading.Sighting.Path), reading.Story.Text.Split('\n')));
            rejects = pages.Rejects;
        }
        var scoring = new Scoring(new(call.Knowledge.Acts, call.Knowledge.Agreements.Select(agreement => agreement.Id)));
        var scores = gold.Select(page => run.TryGetValue(page.Name, out var read) ? scoring.Of(page.Page, read.Page, read.Lines) with { Triggered = triggered.TryGetValue(page.Name, out var share) ? share : null } : scoring.Of(page.Page, null, null)).ToList();
        if (json) call.Out.WriteLine(Json.Text(writer => EvaluationOutput.Write(writer, scores, call.Flag("--misses")), indented: true, call.DataVersion));
        else EvaluationOutput.Tables(call.Out, scores, call.Flag("--misses"), call.Wording, call.Surroundings.Width);
        return rejects > 0 ? Exit.Rejects : Exit.Done;
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
