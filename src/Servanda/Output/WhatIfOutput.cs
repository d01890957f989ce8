// What would follow from an act, as text for people, as JSON and as a calendar.
using System.Text.Json;
using Servanda.Model;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Output;

internal static class WhatIfOutput
{
    public static void Write(Utf8JsonWriter json, WhatIfAnswer answer, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("agreement", answer.Agreement);
        json.WriteString("party", answer.Party);
        json.WriteString("act", answer.Act);
        json.WriteString("on", Edtf.Iso(answer.On));
        json.Whether("possible", answer.Possible);
        json.Day("earliest", answer.Earliest);
        json.Day("other", answer.Other);
        json.Day("notBefore", answer.NotBefore);
        json.Day("noticeBy", answer.NoticeBy);
        json.WriteBoolean("verified", answer.Verified);
        json.Objects("duties", answer.Duties, duty =>
        {
            json.WriteString("what", duty.What);
            json.Day("from", duty.From);
            json.Day("until", duty.Until);
            json.WriteString("says", words.Say(duty.Why.Text));
            json.WriteString("article", duty.Why.Article);
            json.WriteBoolean("verified", duty.Why.Verified);
        });
        json.Objects("changes", answer.Changes, change =>
        {
            json.WriteString("party", change.Party);
            json.WriteString("on", Edtf.Iso(change.On));
            json.WriteString("before", change.Before.Word());
            json.WriteString("after", change.After.Word());
        });
        json.Objects("released", answer.Released, provision =>
        {
            json.WriteString("type", ProvisionWords.TypeOf(provision));
            json.WriteString("article", provision.Ground.Article);
            json.WriteString("says", ProvisionWords.Of(provision, words));
        });
        json.Clocks(answer.StillRunning);
        json.Words("because", answer.Because.Select(reason => Reasons.Line(reason, words)));
        json.WriteEndObject();
    }

    public static void Write(TextWriter writer, WhatIfAnswer answer, Wording words, int width)
    {
        var lines = new Lines(writer, width);
        lines.Write(Asked(answer, words));
        lines.Write(words.Say(answer.Possible switch { true => "whatif.possible", false => "whatif.impossible", null => "whatif.unsettled" }), 2);
        if (answer.Earliest is { } out_)
            lines.Write(answer.Other is { } other ? words.Say("whatif.earliest-or", Edtf.Iso(out_), Edtf.Iso(other)) : words.Say("whatif.earliest", Edtf.Iso(out_)), 2);
        else if (answer is { Possible: true, Act: "notify-withdrawal", NotBefore: null }) lines.Write(words.Say("whatif.no-end"), 2);
        if (answer.NotBefore is { } first) lines.Write(words.Say("whatif.not-before", Edtf.Iso(first)), 2);
        if (answer.NoticeBy is { } by) lines.Write(words.Say("whatif.notice-by", Edtf.Iso(answer.On), Edtf.Iso(by)), 2);
        if (answer.Duties.Count > 0)
        {
            lines.Write();
            var duties = new Table(words.Say("whatif.must-follow"), words.Say("column.first"), words.Say("column.last"), words.Say("column.article"));
            foreach (var duty in answer.Duties)
                duties.Add(duty.From is null ? words.Say(duty.Why.Text) : Named(duty, words), duty.From is { } from ? Edtf.Iso(from) : words.Say("whatif.with-the-act"), duty.Until is { } until ? Edtf.Iso(until) : "", Article(duty.Why, words));
            duties.Write(writer, width);
        }
        if (answer.Changes.Count > 0)
        {
            lines.Write();
            var changes = new Table(words.Say("column.date"), words.Say("column.party"), words.Say("whatif.before"), words.Say("whatif.after"));
            foreach (var alike in answer.Changes.GroupBy(change => (change.On, change.Before, change.After)))
                changes.Add(Edtf.Iso(alike.Key.On), words.Actors(alike.Select(change => change.Party)), words.Say($"status.{alike.Key.Before.Word()}"), words.Say($"status.{alike.Key.After.Word()}"));
            changes.Write(writer, width);
        }
        if (answer.Released.Count > 0)
        {
            lines.Write();
            lines.Write(words.Say("whatif.released"));
            foreach (var provision in answer.Released) lines.Item(ProvisionWords.Of(provision, words) + (provision.Ground.Article is { } article ? $" [{words.Article(article)}]" : ""), 2);
        }
        if (answer.StillRunning.Count > 0)
        {
            lines.Write();
            lines.Write(words.Say("whatif.still-running"));
            foreach (var clock in answer.StillRunning) lines.Item(StatusOutput.Running(clock, answer.On, words), 2);
        }
        lines.Write();
        foreach (var reason in answer.Because) lines.Item(Reasons.Line(reason, words), 0);
    }

    /// <summary>The act, the windows of what must follow, and the day out.</summary>
    public static IReadOnlyList<CalendarEntry> Calendar(WhatIfAnswer answer, Wording words)
    {
        var id = $"whatif-{answer.Agreement}-{answer.Party}-{answer.Act}-{Edtf.Iso(answer.On)}";
        var why = string.Join('\n', answer.Because.Select(reason => Reasons.Line(reason, words)));
        var entries = new List<CalendarEntry>();
        if (answer.Possible != false) entries.Add(new(id, answer.On, answer.On, Asked(answer, words), string.Join('\n', answer.Duties.Where(duty => duty.From is null).Select(duty => Reasons.Line(duty.Why, words)))));
        foreach (var duty in answer.Duties)
            if (duty is { From: { } from, Until: { } until })
                entries.Add(new($"{id}-{duty.What}", from, until, words.Say("whatif.entry", Named(duty, words), answer.Agreement), Reasons.Line(duty.Why, words)));
        if (answer.Possible == true && answer.Earliest is { } end)
            entries.Add(new($"{id}-out", end, end, words.Say("whatif.entry-out", answer.Party, answer.Agreement), why));
        return entries;
    }

    private static string Asked(WhatIfAnswer answer, Wording words) => words.Say("whatif.asked", answer.Party, answer.Act, answer.Agreement, Edtf.Iso(answer.On));

    private static string Named(Duty duty, Wording words) => words.SayOr($"clock.what.{duty.What}", duty.What);

    private static string Article(Reason reason, Wording words) => (reason.Article is { } place ? place.StartsWith("Annex ", StringComparison.Ordinal) ? words.Article(place) : place : "") + (reason.Verified ? "" : $" ({words.Say("reason.unverified")})");
}
