// What has changed in a ledger: events, statuses, findings, rulings.
using System.Text.Json;
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

/// <param name="Kind">new, changed or superseded.</param>
/// <param name="By">For a superseded event: the one in its place.</param>
/// <param name="Now">The event as it is today, or the one in its place; null where nothing is left of it.</param>
internal sealed record EventChange(Instant At, string Kind, string Id, string? By, Event? Now);

internal sealed record StandingChange(PartyStatus Before, StatusAnswer Now);

internal sealed record FindingChange(string Kind, Finding Finding);

internal sealed record LedgerChanges(IReadOnlyList<EventChange> Events, IReadOnlyList<StandingChange> Statuses, IReadOnlyList<FindingChange> Findings, IReadOnlyList<StoredRuling> Rulings)
{
    public bool IsNothing => Events.Count + Statuses.Count + Findings.Count + Rulings.Count == 0;
}

internal static class ChangesOutput
{
    /// <summary>An array with one change a line; <c>what</c> says what has changed.</summary>
    public static void WriteJson(TextWriter writer, LedgerChanges changes, Wording words, Func<string, string> name, string data)
    {
        var rows = new List<Action<Utf8JsonWriter>>();
        foreach (var change in changes.Events) rows.Add(json => Write(json, change));
        foreach (var change in changes.Statuses) rows.Add(json => Write(json, change));
        foreach (var change in changes.Findings) rows.Add(json => Write(json, change, words, name));
        foreach (var stored in changes.Rulings) rows.Add(json => Write(json, stored));
        Json.WriteLines(writer, rows, (json, write) =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }, data);
    }

    public static void Write(Lines lines, LedgerChanges changes, Wording words)
    {
        if (changes.IsNothing) lines.Write(words.Say("changes.none"));
        Part("changes.events", changes.Events.Select(change =>
            $"{words.Say($"changes.{change.Kind}")}: {(change.Now is { } now ? $"{now.Date?.Text ?? words.Say("date.none")}  {ExplainOutput.Sentence(now, words)}" : words.Say("changes.gone"))}  {Reasons.Short(change.Id)}"
            + (change.By is { } by ? $" → {Reasons.Short(by)}" : "")));
        Part("changes.statuses", changes.Statuses.Select(change => words.Say("changes.status", change.Now.Agreement, change.Now.Party, change.Before.Word(), change.Now.Status.Word())));
        Part("changes.findings", changes.Findings.Select(change => $"{words.Say($"kind.{Json.Word(change.Finding.Kind)}")}: {words.Say(change.Finding.Says)}  {Reasons.Short(change.Finding.Id)}"));
        Part("changes.rulings", changes.Rulings.Select(stored => RulingOutput.Line(stored, words)));

        void Part(string heading, IEnumerable<string> items)
        {
            var any = false;
            foreach (var item in items)
            {
                if (!any) lines.Write(words.Say(heading));
                any = true;
                lines.Item(item, 2);
            }
            if (any) lines.Write();
        }
    }

    private static void Write(Utf8JsonWriter json, EventChange change)
    {
        json.WriteString("what", "event");
        json.WriteString("at", change.At.ToString());
        json.WriteString("kind", change.Kind);
        json.WriteString("id", change.Id);
        json.WriteString("by", change.By);
        json.WritePropertyName("event");
        if (change.Now is { } now) TimelineOutput.Write(json, now);
        else json.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter json, StandingChange change)
    {
        json.WriteString("what", "status");
        json.WriteString("agreement", change.Now.Agreement);
        json.WriteString("party", change.Now.Party);
        if (change.Now.Towards is { } towards) json.WriteString("towards", towards);
        json.WriteString("on", Edtf.Iso(change.Now.On));
        json.WriteString("before", change.Before.Word());
        json.WriteString("now", change.Now.Status.Word());
    }

    private static void Write(Utf8JsonWriter json, FindingChange change, Wording words, Func<string, string> name)
    {
        json.WriteString("what", "finding");
        json.WriteString("kind", change.Kind);
        json.WriteString("id", change.Finding.Id);
        json.WritePropertyName("finding");
        FindingOutput.Write(json, change.Finding, words, name);
    }

    private static void Write(Utf8JsonWriter json, StoredRuling stored)
    {
        json.WriteString("what", "ruling");
        RulingOutput.Members(json, stored, isContested: null);
    }
}
