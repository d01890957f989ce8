// The figures of an evaluation, for people and for programs.
using System.Globalization;
using System.Text.Json;
using Servanda.Evaluation;
using Servanda.Words;

namespace Servanda.Output;

internal static class EvaluationOutput
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PageScore> scores, bool misses)
    {
        json.WriteStartObject();
        json.WriteNumber("pages", scores.Count);
        json.WriteNumber("pages_read", scores.Count(one => one.IsRead));
        foreach (var (name, score) in Totals(scores)) Write(json, name, score);
        foreach (var (name, share) in Shares(scores))
        {
            json.WriteStartObject(name);
            json.WriteNumber("right", share.Right);
            json.WriteNumber("of", share.Of);
            json.WriteEndObject();
        }
        json.Objects("per_page", scores, one =>
        {
            json.WriteString("page", one.Page);
            Write(json, "events_exact", one.Exact);
            Write(json, "events_root", one.Root);
            Write(json, "events_whole", one.Whole);
            if (one.Article is { } article) Write(json, "article", article);
            json.WriteBoolean("published", one.IsPublished);
            if (!misses) return;
            json.Objects("missed", one.Missed.Index(), missed =>
            {
                Event(json, missed.Item);
                if (one.Silent is null) return;
                json.Objects("silent", one.Silent[missed.Index], rule =>
                {
                    json.WriteString("rule", rule.Rule);
                    json.WriteString("words", rule.Words);
                    json.WriteString("reason", rule.Reason);
                });
            });
            json.Objects("invented", one.Invented, told => Event(json, told));
        });
        json.WriteEndObject();
    }

    public static void Tables(TextWriter writer, IReadOnlyList<PageScore> scores, bool misses, Wording wording, int width)
    {
        var pages = new Table(wording.Say("evaluate.page"), wording.Say("evaluate.exact"), wording.Say("evaluate.root"), wording.Say("evaluate.whole"), wording.Say("evaluate.article"), wording.Say("evaluate.published"));
        foreach (var one in scores)
            pages.Add(one.Page, Figure(one.Exact.F1, wording), Figure(one.Root.F1, wording), Figure(one.Whole.F1, wording), one.Article is { } article ? Figure(article.F1, wording) : "",
                wording.Say(one.IsRead ? one.IsPublished ? "evaluate.right" : "evaluate.wrong" : "evaluate.unread"));
        pages.Write(writer, width);
        writer.WriteLine();
        var totals = new Table(wording.Say("evaluate.measure"), wording.Say("evaluate.precision"), wording.Say("evaluate.recall"), "F1", wording.Say("evaluate.found"), wording.Say("evaluate.invented"), wording.Say("evaluate.missed"));
        foreach (var (name, score) in Totals(scores))
            totals.Add(wording.Say($"evaluate.{name.Replace('_', '-')}"), Figure(score.Precision, wording), Figure(score.Recall, wording), Figure(score.F1, wording), Count(score.Found, wording), Count(score.Invented, wording), Count(score.Missed, wording));
        totals.Write(writer, width);
        writer.WriteLine();
        var shares = new Table(wording.Say("evaluate.attribute"), wording.Say("evaluate.right"), wording.Say("evaluate.of"));
        foreach (var (name, share) in Shares(scores)) shares.Add(wording.Say($"evaluate.{name.Replace('_', '-')}"), Count(share.Right, wording), Count(share.Of, wording));
        shares.Write(writer, width);
        if (!misses) return;
        foreach (var one in scores.Where(one => one.Missed.Count + one.Invented.Count > 0))
        {
            writer.WriteLine();
            writer.WriteLine(one.Page);
            foreach (var (at, missed) in one.Missed.Index())
            {
                writer.WriteLine("  " + wording.Say("evaluate.line-missed", Said(missed)));
                foreach (var rule in one.Silent?[at] ?? []) writer.WriteLine("    " + wording.Say("evaluate.line-silent", rule.Rule, rule.Words, wording.SayOr($"dropped.{rule.Reason}", rule.Reason)));
            }
            foreach (var invented in one.Invented) writer.WriteLine("  " + wording.Say("evaluate.line-invented", Said(invented)));
        }
    }

    private static IEnumerable<(string Name, Score Score)> Totals(IReadOnlyList<PageScore> scores)
    {
        yield return ("events_exact", scores.Aggregate(new Score(), (sum, one) => sum + one.Exact));
        yield return ("events_root", scores.Aggregate(new Score(), (sum, one) => sum + one.Root));
        yield return ("events_whole", scores.Aggregate(new Score(), (sum, one) => sum + one.Whole));
        if (scores.Any(one => one.Article is not null)) yield return ("article", scores.Aggregate(new Score(), (sum, one) => sum + (one.Article ?? new Score())));
    }

    private static IEnumerable<(string Name, Share Share)> Shares(IReadOnlyList<PageScore> scores) =>
        Scoring.Attributes.Select(name => (name, scores.Aggregate(new Share(), (sum, one) => sum + one.Attributes[name]))).Append(("published", new(scores.Count(one => one.IsPublished), scores.Count)))
            .Concat(scores.Any(one => one.Triggered is not null) ? [("triggered", scores.Aggregate(new Share(), (sum, one) => sum + (one.Triggered ?? new Share())))] : []);

    private static void Write(Utf8JsonWriter json, string name, Score score)
    {
        json.WriteStartObject(name);
        json.WriteNumber("precision", Math.Round(score.Precision, 6));
        json.WriteNumber("recall", Math.Round(score.Recall, 6));
        json.WriteNumber("f1", Math.Round(score.F1, 6));
        json.WriteNumber("found", score.Found);
        json.WriteNumber("invented", score.Invented);
        json.WriteNumber("missed", score.Missed);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, JudgedEvent told)
    {
        json.WriteString("id", told.Id);
        json.Words("act", told.Acts);
        json.Words("source", told.Source);
        json.Words("target", told.Target);
        json.Words("agreement", told.Agreements);
        json.Date("date", told.Date);
        json.Numbers("lines", told.Lines);
    }

    private static string Said(JudgedEvent told) =>
        $"{told.Id} {string.Join('|', told.Acts)} {string.Join(',', told.Source)} → {string.Join(',', told.Target)} {string.Join('|', told.Agreements)} {told.Date?.Text} [{string.Join(',', told.Lines)}]".Replace("  ", " ");

    private static string Figure(double value, Wording wording) => wording.Number(Math.Round((decimal)value, 3)) is var text && text.Length > 1 ? text : value.ToString("0", CultureInfo.InvariantCulture);

    private static string Count(int value, Wording wording) => wording.Number(value);
}
