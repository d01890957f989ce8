// The engine against a second interpreter, over agreements and acts that nobody thought of.
using NodaTime;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class InterpreterTests
{
    private static readonly LocalDate First = new(2000, 1, 1);
    private const int Days = 900;

    private static readonly string[] Names = ["AAA", "BBB", "CCC"];

    private static readonly string[] Acts =
    [
        "sign", "ratify", "enter-into-force", "announce-withdrawal", "notify-withdrawal", "notify-withdrawal", "notify-withdrawal", "notify-withdrawal", "revoke-notice", "withdraw", "suspend", "suspend", "resume",
        "revoke-ratification", "terminate", "extend",
    ];

    /// <summary>The number of cases; SERVANDA_CASES asks for more than the few that every run takes.</summary>
    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("SERVANDA_CASES"), out var cases) ? cases : 500;

    [Fact]
    public void Two_interpreters_written_apart_agree_on_every_party_and_day()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var agreement = Agreement(random);
            var told = new Dictionary<(LocalDate, string), PartyStatus>();
            // Days on which something changes and the days before them tell most; a few others for what should not have changed.
            var looked = Enumerable.Range(0, 3).Select(_ => First.PlusDays(random.Next(Days))).ToHashSet();
            new NaiveInterpreter(agreement).Run(First, First.PlusDays(Days - 1), (day, party, status) =>
            {
                told[(day, party)] = status;
                if (day > First && told[(day.PlusDays(-1), party)] != status) looked.UnionWith([day, day.PlusDays(-1)]);
            });
            foreach (var day in looked)
                foreach (var answer in Statuses.Of(agreement, [], new(day, Basis: Basis.Register)).Where(answer => answer.Towards is null))
                {
                    var status = answer.Status == PartyStatus.NotParty ? PartyStatus.Unknown : answer.Status;
                    Assert.True(told.GetValueOrDefault((day, answer.Party)) == status, $"seed {seed}, {answer.Party} on {Edtf.Iso(day)}: {told.GetValueOrDefault((day, answer.Party))} by days, {status} by the engine\n{Shown(agreement)}");
                }
        }
    }

    private static Agreement Agreement(Random random)
    {
        var closed = random.Next(3) == 0 ? Names[..2] : [];
        var names = closed.Length > 0 ? closed : Names;
        var provisions = new List<Provision>();
        if (random.Next(6) > 0) provisions.Add(Clause(random));
        if (provisions is [Withdrawal { Rule: EndDateRule.AutoRenewWithNotice }] || random.Next(4) == 0)
            provisions.Add(new DurationProvision { Ground = Ground.Memory, Length = Period(random, 400), Renews = provisions is [Withdrawal { Rule: EndDateRule.AutoRenewWithNotice }] });
        var register = Enumerable.Range(0, random.Next(1, 9)).Select(number => Act(random, number, names)).ToList();
        // Most agreements are entered somehow; a few are not.
        if (random.Next(5) > 0)
        {
            register.Add(new() { Id = "start", Act = "enter-into-force", Parties = names, Date = Edtf.Of(First.PlusDays(random.Next(60))), Ground = Ground.Memory });
        }
        List<Condition> conditions = [];
        for (var number = random.Next(4) == 0 ? random.Next(1, 4) : 0; number > 0; number--)
        {
            var from = First.PlusDays(random.Next(Days));
            conditions.Add(new("armed-conflict", names[random.Next(names.Length)], from, random.Next(4) == 0 ? null : from.PlusDays(random.Next(1, 300)), Ground.Memory));
        }
        return new() { Id = "random", Names = new Dictionary<string, IReadOnlyList<string>>(), PartiesClosed = closed, Provisions = provisions, Register = register, Conditions = conditions };
    }

    private static RegisterAct Act(Random random, int number, string[] names)
    {
        var act = Acts[random.Next(Acts.Length)];
        var date = First.PlusDays(random.Next(Days));
        var all = act is "terminate" or "sign" or "enter-into-force" or "suspend" && random.Next(6) == 0 || act == "extend";
        return new()
        {
            Id = $"{number:D2}",
            Act = act,
            Parties = all ? [] : [names[random.Next(names.Length)]],
            Towards = act is "suspend" or "resume" && random.Next(3) == 0 ? [names[random.Next(names.Length)]] : [],
            Date = Edtf.Of(date),
            Until = act == "extend" || act == "notify-withdrawal" && random.Next(4) == 0 ? date.PlusDays(random.Next(1, 500)) : null,
            Received = act == "notify-withdrawal" && random.Next(4) == 0 ? new Dictionary<string, LocalDate> { ["depositary"] = date.PlusDays(random.Next(40)), ["another"] = date } : new Dictionary<string, LocalDate>(),
            Ground = Ground.Memory,
        };
    }

    private static Withdrawal Clause(Random random)
    {
        EndDateRule[] rules =
        [
            EndDateRule.Unknown, EndDateRule.None, EndDateRule.MutualConsentOnly, EndDateRule.BeforeIntendedDate, EndDateRule.AfterReceipt, EndDateRule.ExpiryAfterReceipt, EndDateRule.FirstOfMonthAfter,
            EndDateRule.FixedCalendar, EndDateRule.MinInForceThen, EndDateRule.AutoRenewWithNotice,
        ];
        var rule = rules[random.Next(rules.Length)];
        return new()
        {
            Ground = Ground.Memory,
            Rule = rule,
            Period = Period(random, 200),
            LeastInForce = rule == EndDateRule.MinInForceThen ? new(Period(random, 300), random.Next(2) == 0 ? InForceFrom.Agreement : InForceFrom.Party) : null,
            Calendar = rule == EndDateRule.FixedCalendar ? random.Next(3) switch { 0 => new(12, 31, 12, 31, -1, false), 1 => new(12, 31, 9, 30, 0, true), _ => new(6, 30, 1, 1, 0, false) } : null,
            Revocable = random.Next(6) > 0,
            EndsAgreement = random.Next(6) == 0,
            MonthEnd = (MonthEnd)random.Next(3),
            BlockedWhile = random.Next(3) == 0 ? "armed-conflict" : null,
        };
    }

    private static TermPeriod Period(Random random, int most) => random.Next(3) switch
    {
        0 => new(random.Next(1, most), TermUnit.Day),
        1 => new(random.Next(1, Math.Max(2, most / 30)), TermUnit.Month),
        _ => new(1, TermUnit.Year),
    };

    private static string Shown(Agreement agreement) => string.Join('\n',
    [
        string.Join(',', agreement.PartiesClosed),
        .. agreement.Provisions.Select(provision => provision.ToString()),
        .. agreement.Register.OrderBy(act => act.Date.Earliest).Select(act => $"{act.Date} {act.Act} {string.Join(',', act.Parties)} → {string.Join(',', act.Towards)} {act.Until} {string.Join(',', act.Received.Values)} [{act.Id}]"),
        .. agreement.Conditions.Select(condition => condition.ToString()),
    ]);
}
