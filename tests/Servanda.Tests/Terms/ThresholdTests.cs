// Around every day on which an agreement's file changes an answer stand examples: the day before, the day, the day after.
using System.Globalization;
using System.Text;
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class ThresholdTests
{
    /// <summary>A change of a status or of a limit on a day, with the parties for which it changes so.</summary>
    private sealed record Threshold(LocalDate Day, string What, IReadOnlyList<string> Parties);

    /// <summary>With SERVANDA_ACCEPT=1 (<c>./dev accept</c>) missing examples are written as the terms have them today: read the diff against the text before it is committed.</summary>
    [Fact]
    public void Examples_stand_before_on_and_after_every_threshold()
    {
        var missing = new List<string>();
        foreach (var file in Shipped.Files)
        {
            var lines = Missing(file).ToList();
            if (lines.Count > 0 && Environment.GetEnvironmentVariable("SERVANDA_ACCEPT") == "1") Append(file.Path, lines);
            else missing.AddRange(lines.Select(line => $"{file.Path}: {line}"));
        }
        Assert.True(missing.Count == 0, $"{missing.Count} examples are missing; ./dev accept writes them\n{string.Join('\n', missing.Take(20))}");
    }

    /// <summary>Agreements that the plain interpreter can read: every day certain, one clause, no conditions, no succession, nothing applied provisionally.</summary>
    [Fact]
    public void The_plain_interpreter_gives_the_same_examples()
    {
        var checkedExamples = 0;
        foreach (var file in Shipped.Files.Where(file => file.Examples.Count > 0 && Plain(file.Agreement) is not null))
        {
            var plain = Plain(file.Agreement)!;
            var asked = file.Examples.Where(example => example is { Status: { } status, Towards: null, KnownAt: null, Party: not null } && status != PartyStatus.Unknown).ToLookup(example => (example.On, example.Party!));
            if (asked.Count == 0) continue;
            var days = plain.Register.Select(act => act.Date.Earliest!.Value).Concat(asked.Select(group => group.Key.On)).ToList();
            new NaiveInterpreter(plain).Run(days.Min(), days.Max(), (day, party, status) =>
            {
                foreach (var example in asked[(day, party)])
                {
                    checkedExamples++;
                    Assert.True(status == (example.Status == PartyStatus.NotParty ? PartyStatus.Unknown : example.Status), $"{file.Path}:{example.Line}: {status} by days");
                }
            });
        }
        Assert.True(checkedExamples > 100, $"{checkedExamples}");
    }

    private static readonly HashSet<string> Moving =
        ["sign", "ratify", "enter-into-force", "extend", "suspend", "resume", "announce-withdrawal", "notify-withdrawal", "revoke-notice", "withdraw", "revoke-ratification", "terminate"];

    private static Agreement? Plain(Agreement agreement)
    {
        var entries = agreement.Parties.SelectMany(entry => (IEnumerable<(string Act, string Party, Edtf? Date)>)
            [("sign", entry.Party, entry.Signed), ("ratify", entry.Party, entry.Ratified), ("enter-into-force", entry.Party, entry.Bound)])
            .Where(entry => entry.Date is not null).Select(entry => new RegisterAct { Id = $"{entry.Act}-{entry.Party}", Act = entry.Act, Parties = [entry.Party], Date = entry.Date!, Ground = Ground.Memory });
        var acts = agreement.Register.Where(act => Moving.Contains(act.Act)).Concat(entries).ToList();
        // A party whose days are not certain, or that took another's place, is left out, with its acts.
        var uncertain = acts.Where(act => !act.Date.IsDay).SelectMany(act => act.Parties).Concat(agreement.Parties.Where(entry => entry.Succeeds is not null || entry.Provisional is not null).SelectMany(entry => (string[])[entry.Party, entry.Succeeds ?? entry.Party])).ToHashSet(StringComparer.Ordinal);
        if (agreement.PartiesClosed.Count > 0 && uncertain.Count > 0 || acts.Any(act => !act.Date.IsDay && act.Parties.Count == 0)) return null;
        acts = [.. acts.Select(act => act with { Parties = [.. act.Parties.Except(uncertain, StringComparer.Ordinal)] }).Where(act => act.Parties.Count > 0 || agreement.Register.Any(whole => whole.Id == act.Id && whole.Parties.Count == 0))];
        return agreement.Kind == AgreementKind.Mission || agreement.Conditions.Count > 0 || agreement.Of<Withdrawal>().Count() > 1 || agreement.Of<EntryIntoForce>().Any(entry => entry.LaterDelay is not null)
            || acts.Any(act => act.Received.Count > 0 || act.Act == "extend" && act.Until is null) || agreement.Register.Any(act => act.Act == "accede" || act.DeniedBy.Count > 0 && act.Act != "suspend")
            ? null : agreement with { Parties = [], Register = acts };
    }

    private static IEnumerable<string> Missing(AgreementFile file)
    {
        var agreement = file.Agreement;
        var written = file.Examples.Where(example => example is { Towards: null, KnownAt: null, Party: not null }).ToLookup(example => (example.On, example.Party!, example.Limit));
        foreach (var threshold in Thresholds(agreement))
        {
            LocalDate[] days = [threshold.Day.PlusDays(-1), threshold.Day, threshold.Day.PlusDays(1)];
            var limit = threshold.What == "" ? null : threshold.What;
            var party = threshold.Parties.MaxBy(party => days.Count(day => written[(day, party, limit)].Any(example => limit is not null || example.Status is not null)))!;
            foreach (var day in days)
                if (!written[(day, party, limit)].Any(example => limit is not null || example.Status is not null)) yield return Line(Answer(agreement, party, day), limit);
        }
    }

    private static string Line(StatusAnswer answer, string? limit)
    {
        var line = new StringBuilder($"  - {{ party: {answer.Party}, on: {Edtf.Iso(answer.On)}");
        if (limit is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $", limit: {limit}");
            if (Value(answer, limit) is { } value) line.Append(CultureInfo.InvariantCulture, $", value: {value:0.####}");
        }
        else
        {
            line.Append(CultureInfo.InvariantCulture, $", status: {answer.Status.Word()}");
            if (answer.Status != PartyStatus.Withdrawn && answer.Clocks.FirstOrDefault(clock => clock.What == "withdrawal")?.Ends is { } ends && ends > answer.On) line.Append(CultureInfo.InvariantCulture, $", ends: {Edtf.Iso(ends)}");
        }
        return line.Append(" }").ToString();
    }

    private static IEnumerable<Threshold> Thresholds(Agreement agreement)
    {
        foreach (var day in Days(agreement).Order().Distinct())
        {
            var (before, after) = (Answers(agreement, day.PlusDays(-1)), Answers(agreement, day));
            // Where nothing was known, nothing changed: the file begins there.
            foreach (var unknown in after.Keys.Where(party => before[party].Status == PartyStatus.Unknown || after[party].Status == PartyStatus.Unknown).ToList()) after.Remove(unknown);
            var changed = after.Keys.Where(party => before[party].Status != after[party].Status).GroupBy(party => (before[party].Status, after[party].Status));
            foreach (var alike in changed) yield return new(day, "", [.. alike]);
            var limits = after.Keys.SelectMany(party => after[party].Limits.Concat(before[party].Limits).Where(limit => !limit.Conditional).Select(limit => limit.What).Distinct().Where(what => Value(before[party], what) != Value(after[party], what)).Select(what => (what, party)));
            foreach (var alike in limits.GroupBy(pair => (pair.what, Value(before[pair.party], pair.what), Value(after[pair.party], pair.what)))) yield return new(day, alike.Key.what, [.. alike.Select(pair => pair.party)]);
        }
    }

    /// <summary>Days on which something may change: those of the file, and the ends of the clocks that run on them.</summary>
    private static List<LocalDate> Days(Agreement agreement)
    {
        IEnumerable<Edtf?> dates =
        [
            .. agreement.Register.Select(act => act.Date), .. agreement.Parties.SelectMany(entry => (Edtf?[])[entry.Signed, entry.Ratified, entry.Provisional, entry.Bound]),
            .. agreement.Of<Ceiling>().SelectMany(ceiling => ceiling.Values).Concat(agreement.Of<AdvanceNotice>().SelectMany(notice => notice.Values)).Select(value => value.From),
        ];
        var days = dates.OfType<Edtf>().Where(date => date.Earliest is not null).SelectMany(date => new[] { date.Earliest, date.Latest?.PlusDays(date.IsDay ? 0 : 1) }).OfType<LocalDate>().Distinct().ToList();
        return [.. days, .. days.SelectMany(day => Answers(agreement, day).Values).SelectMany(answer => answer.Clocks).Where(clock => clock.What is "withdrawal" or "term").Select(clock => clock.Ends).OfType<LocalDate>()];
    }

    private static SortedDictionary<string, StatusAnswer> Answers(Agreement agreement, LocalDate day) =>
        new(Statuses.Of(agreement, [], new(day, Basis: Basis.Register)).Where(answer => answer.Towards is null).ToDictionary(answer => answer.Party), StringComparer.Ordinal);

    private static StatusAnswer Answer(Agreement agreement, string party, LocalDate day) => Statuses.Of(agreement, [], new(day, Basis: Basis.Register), party).First(answer => answer.Towards is null);

    private static decimal? Value(StatusAnswer answer, string what) => answer.Limits.FirstOrDefault(limit => limit.What == what && !limit.Conditional)?.Value;

    private static void Append(string path, IReadOnlyList<string> lines)
    {
        var file = Repository.PathOf($"data/{path}");
        var text = File.ReadAllText(file).TrimEnd('\n');
        if (!text.Contains("\nexamples:", StringComparison.Ordinal)) text += "\nexamples:";
        File.WriteAllText(file, $"{text}\n{string.Join('\n', lines)}\n");
    }
}
