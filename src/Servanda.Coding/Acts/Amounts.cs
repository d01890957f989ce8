// The numbers that define an act.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// Takes the numbers that an act is measured by: people for an expulsion, days for a notice, countries for a ratification. A number belongs to the verb before
/// it up to the next verb or subject, or to the verb after it where it counts that verb's subject. What an act is never measured by ("hai bên", tonnes of grain
/// that a treaty moved) is left.
/// </summary>
public static class Amounts
{
    /// <summary>How the roles of the words before a number begin in the grammar: <c>amount-from</c>, <c>amount-to</c> …</summary>
    private const string AmountRole = "amount-";

    /// <summary>How many words may stand between such a word and its number: "còn khoảng 120 người".</summary>
    private const int Hedges = 2;

    private static readonly string[] People = ["expel", "recall", "limit-staff", "restrict-movement", "reject", "sanction", "deploy", "pull-back", "coerce", "demand", "close-mission", "comply", "attack"];

    private static readonly string[] Lengths = ["extend", "suspend", "demand", "notify-withdrawal", "announce-withdrawal", "sign", "agree", "propose", "revoke-notice"];

    private static readonly string[] Terms =
        ["withdraw", "terminate", "expel", "restore-relations", "close-mission", "limit-staff", "pull-back", "restrict-movement", "recall", "seize-property", "comply", "resume", "enter-into-force", "threaten", .. Lengths];

    private static readonly string[] Joiners = ["sign", "ratify", "accede", "enter-into-force", "expel", "recall", "withdraw", "sanction"];

    private static readonly string[] Weapons = ["comply", "deploy", "pull-back", "attack", "test-weapon", "accuse-breach", "demand", "aid"];

    /// <summary>Acts on trade: a duty is measured in percent.</summary>
    private static readonly string[] Duties = ["sanction", "lift-sanction", "suspend", "resume", "comply", "agree", "propose", "threaten", "demand"];

    private static readonly string[] Sums = ["aid", "agree", "sign", "sanction", "lift-sanction", "seize-property", "propose", "suspend", "resume", "terminate", "comply", "demand", "extend"];

    /// <summary>The acts that each unit can measure.</summary>
    private static readonly Dictionary<string, string[]> Measures = new(StringComparer.Ordinal)
    {
        ["person"] = People,
        ["percent"] = ["limit-staff", "aid", "recall", "restrict-movement", .. Duties],
        ["position"] = ["limit-staff", "comply", "pull-back"],
        ["country"] = Joiners,
        ["km"] = ["restrict-movement", "accuse-breach", "deny", "pull-back", "inspect", "deploy"],
        ["mile"] = ["restrict-movement", "accuse-breach", "deny", "pull-back", "inspect", "deploy"],
        ["day"] = Terms,
        ["month"] = Terms,
        ["hour"] = Terms,
        ["warhead"] = Weapons,
        ["missile"] = Weapons,
        ["launcher"] = Weapons,
        ["aircraft"] = Weapons,
        ["ship"] = Weapons,
        ["tank"] = Weapons,
    };

    public static IReadOnlyList<Quantity> Of(Candidate candidate, string act, Sentence sentence, List<Clause> clauses, PhraseSet phrases, List<Candidate> all)
    {
        var amounts = new List<Quantity>();
        if (candidate.Thing is { Number: { } count } thing && Unit(thing.Class) is { } unit && Measured(act, unit, null)) amounts.Add(new(count, unit));
        foreach (var number in sentence.Numbers)
        {
            if (number.Unit is not { } counted || !MayMeasure(act, counted)) continue;
            var role = Role(sentence, number.First) ?? (IsGranted(sentence, number) ? "deadline" : null);
            if (!Belongs(number, counted, role, candidate, sentence, clauses, phrases, all)) continue;
            // Two weeks are fourteen days: a term has one unit.
            var (value, most) = counted == "week" ? (number.Value * 7, number.Most * 7) : (number.Value, number.Most);
            if (counted == "week") counted = "day";
            // 48 hours are two days.
            if (counted == "hour" && most is null && value % 24 == 0) (counted, value) = ("day", value / 24);
            if (!Measured(act, counted, role)) continue;
            Add(amounts, new(value, counted, most is null ? role : "min"));
            if (most is { } largest) Add(amounts, new(largest, counted, "max"));
        }
        return amounts;
    }

    /// <summary>
    /// The shares of an act whose numbers are told one by one for those it is done to: "Ba Lan từ 50 xuống 18 người, Litva từ 25 xuống 14 người"; nothing where they are not.
    /// </summary>
    public static IReadOnlyList<(ActorPhrase To, IReadOnlyList<Quantity> Amounts)> Shares(Candidate candidate, IReadOnlyList<Quantity> amounts, Sentence sentence, PhraseSet phrases)
    {
        var shares = new List<(ActorPhrase To, List<Quantity> Amounts)>();
        foreach (var number in sentence.Numbers)
        {
            if (number.First < candidate.First || amounts.FirstOrDefault(one => one.Value == number.Value && one.Unit == (number.Unit ?? one.Unit)) is not { } amount) continue;
            if (phrases.Actors.LastOrDefault(one => one.Last <= number.First && one.Governor == Governor.Bare) is not { Codes.Count: 1 } to
                || sentence.Words.Any(word => word.Entry is FrameEntry && word.First >= to.Last && word.Last <= number.First && word.First >= candidate.HeadEnd) || to.First < candidate.First) return [];
            if (shares.Count > 0 && shares[^1].To == to) shares[^1].Amounts.Add(amount);
            else if (number.First - to.Last <= Hedges) shares.Add((to, [amount]));
            else return [];
        }
        return shares.Count > 1 ? [.. shares.Select(share => (share.To, (IReadOnlyList<Quantity>)share.Amounts))] : [];
    }

    /// <summary>The numbers with a unit in a stretch of a sentence that measure an act, for an act that is told by pointing at another.</summary>
    public static IReadOnlyList<Quantity> After(int token, string act, Sentence sentence) =>
        [.. sentence.Numbers.Where(one => one.First >= token && one.Most is null && one.Unit is not null && Measured(act, one.Unit, null)).Take(1).Select(one => new Quantity(one.Value, one.Unit!))];

    /// <summary>"cho các nhà ngoại giao 48 giờ để rời đi": time that is given to do something.</summary>
    private static bool IsGranted(Sentence sentence, NumberMention number) =>
        number.Unit is "hour" or "day" or "week" && sentence.Words.Any(word => word.First == number.Last && word.Entry is FunctionEntry { Role: "purpose" });

    /// <summary>Whether numbers of a unit measure an act at all, wherever they stand; weeks and hours may be told in days.</summary>
    private static bool MayMeasure(string act, string unit) =>
        IsSum(unit) ? Sums.Contains(act) : Measures.TryGetValue(unit is "week" or "hour" ? "day" : unit, out var acts) && acts.Contains(act);

    private static bool Measured(string act, string unit, string? role)
    {
        // "ký sau hai ngày làm việc": what went before a signature is no term of it.
        if (role == "notice" && act is "sign" or "agree") return false;
        if (IsSum(unit)) return Sums.Contains(act);
        if (!Measures.TryGetValue(unit, out var acts) || !acts.Contains(act)) return false;
        // "… trong vòng 60 ngày" is a term of any act; "60 ngày" alone only of those that last or set one.
        return unit is not ("day" or "month" or "hour") || role is "deadline" or "notice" || act == "enter-into-force" || Lengths.Contains(act) && unit != "hour";
    }

    /// <summary>Whether a number measures a candidate: it belongs to it, or to a verb or noun right under it that it cannot measure or that only says what the sum is for ("dừng giải ngân 700 triệu USD viện trợ").</summary>
    private static bool Belongs(NumberMention number, string unit, string? role, Candidate candidate, Sentence sentence, List<Clause> clauses, PhraseSet phrases, List<Candidate> all)
    {
        var owner = Owner(number, sentence, clauses, phrases, all);
        if (owner == candidate) return true;
        if (owner is null || !IsSum(unit) && Measured(owner.Frame.Act, unit, role)) return false;
        var at = all.IndexOf(owner);
        return at > 0 && all[at - 1] == candidate && (candidate.Clause == owner.Clause || candidate.Clause == owner.Clause - 1 && clauses[owner.Clause] is { Kind: ClauseKind.That, OpensByMark: false });
    }

    private static bool IsSum(string unit) => unit.StartsWith("money:", StringComparison.Ordinal);

    /// <summary>The verb that a number belongs to.</summary>
    private static Candidate? Owner(NumberMention number, Sentence sentence, List<Clause> clauses, PhraseSet phrases, List<Candidate> all)
    {
        var at = Triggers.ClauseAt(clauses, number.First);
        if (at < 0) return null;
        var clause = clauses[at];
        var role = Role(sentence, number.First);
        // "trục xuất 60 nhà ngoại giao, trong đó có 12 người …": a part of what was counted.
        var isWaiting = all.LastOrDefault(one => one.Clause <= at && one.First <= number.First) is { Frame.Act: "enter-into-force" };
        if (IsPart(sentence, clause, number) || !isWaiting && IsDistance(number, sentence, role) || number is { Unit: "country", Value: <= 2 }) return null;
        var before = all.LastOrDefault(one => one.First <= number.First);
        if (before?.Frame.Act == "enter-into-force" && before.Clause == at && number.Unit is "day" or "month") return before;
        var after = all.FirstOrDefault(one => one.First >= number.Last && one.Clause == at);
        // "có hiệu lực 90 ngày sau khi có 40 nước phê chuẩn": what it waits for measures the entry into force.
        if (clause.Kind is ClauseKind.After or ClauseKind.While or ClauseKind.If && all.LastOrDefault(one => one.Clause < at) is { Frame.Act: "enter-into-force" } effect) return effect;
        if (after is not null && (number.Unit is "country" or "person") && (before is null || before.Clause != at) && !IsSaid(sentence, number.Last, after.First)) return after;
        if (before is null) return null;
        // "… sẽ rút, nếu Nga không tuân thủ trong vòng 60 ngày": the term is set by who threatens.
        if (clause.Kind == ClauseKind.If && role == "deadline" && before.Clause == at && all.LastOrDefault(one => one.Clause < at) is { } threat) return threat;
        if (before.Clause == at) return before;
        for (var next = before.Clause + 1; next <= at; next++)
            if (Begins(clauses[next], number, before, sentence, phrases, role)) return null;
        return before;
    }

    /// <summary>Whether a number says how far something is from something else ("6 giờ trước khi hết hạn"), and not how long it lasts.</summary>
    private static bool IsDistance(NumberMention number, Sentence sentence, string? role) =>
        role is null && sentence.Dates.Any(date => date.Mention.IsDuration && date.First <= number.First && number.Last < date.Last);

    /// <summary>The numbers among an act's that each of its occasions has: "mỗi lần 60 ngày".</summary>
    public static IReadOnlyList<Quantity> Apiece(IReadOnlyList<Quantity> amounts, Sentence sentence) =>
        [.. amounts.Where(amount => sentence.Numbers.Any(number => number.Value == amount.Value
            && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "apiece" } && word.Last <= number.First && number.First - word.Last <= Hedges)))];

    /// <summary>Whether a clause turns to something else before a number: another subject or verb, a cause or a time. "Từ 20 xuống còn 10 người" belongs to the verb however far it stands.</summary>
    private static bool Begins(Clause clause, NumberMention number, Candidate before, Sentence sentence, PhraseSet phrases, string? role)
    {
        if (clause.Kind is ClauseKind.After or ClauseKind.Before or ClauseKind.While or ClauseKind.If) return true;
        if (clause.Kind == ClauseKind.Because) return before.Frame.Act is not ("deny" or "accuse-breach" or "accuse");
        if (role is "from" or "to" or "deadline" or "notice" or "ceiling") return false;
        return phrases.Actors.Any(one => one.Governor == Governor.Bare && one.First >= clause.First && one.First < clause.Last && one.Last <= number.First)
            || sentence.Words.Any(word => word.Entry is FrameEntry && word.First >= clause.First && word.Last <= number.First);
    }

    private static bool IsPart(Sentence sentence, Clause clause, NumberMention number) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "part" } && word.First >= clause.First && word.Last <= number.First);

    private static bool IsSaid(Sentence sentence, int first, int last) =>
        sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } && word.First >= first && word.Last <= last);

    private static void Add(List<Quantity> amounts, Quantity quantity)
    {
        var same = amounts.FindIndex(one => one.Value == quantity.Value && one.Unit == quantity.Unit);
        if (same < 0) amounts.Add(quantity);
        else if (amounts[same].Role is null) amounts[same] = quantity;
    }

    private static string? Unit(string kind) => kind switch
    {
        "diplomat" or "staff" or "attache" or "official" or "spy" or "citizen" or "prisoner" or "hostage" or "troops" or "journalist" => "person",
        "missile" => "missile",
        _ => null,
    };

    /// <summary>What the words right before a number make of it: the nearest counts, and of those the longest; that it is the least or the most only where nothing else is said ("xuống còn hơn 30").</summary>
    private static string? Role(Sentence sentence, int first)
    {
        string? bound = null;
        for (var at = first; at >= Math.Max(0, first - Hedges); at--)
        {
            var here = at;
            if (at < first && !sentence.Words.Any(word => word.First <= here && here < word.Last && word.Entry is FunctionEntry { Role: "hedge" })) return bound;
            var found = sentence.Words.Where(word => word.Last == at && word.Entry is FunctionEntry function && function.Role.StartsWith(AmountRole, StringComparison.Ordinal)).ToList();
            if (found.Count == 0) continue;
            var role = ((FunctionEntry)found.MaxBy(word => word.Length).Entry).Role[AmountRole.Length..];
            if (role is not ("min" or "max")) return role;
            bound ??= role;
        }
        return bound;
    }
}
