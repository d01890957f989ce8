// What the clauses and words around an act say of its day, where no date stands with it.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Days that are counted from another, described by a clause, or held by words such as "khi ấy".</summary>
public sealed partial class Dating
{
    /// <summary>"Một ngày sau khi Triều Tiên phóng vệ tinh": what is told so is counted back from the date that it stands with, else from the day that is told.</summary>
    private DatedBy? Counted(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        var length = clause.Kind == ClauseKind.After
            ? sentence.Dates.FirstOrDefault(date => date.Mention.IsDuration && date.First < clause.First + 2 && date.Last >= clause.First && date.Last <= candidate.First)
            : candidate.Frame.Form == "noun" ? sentence.Dates.FirstOrDefault(date => date.Mention.IsDuration && date.First < candidate.First && candidate.First - date.Last <= 1 && candidate.HeadEnd >= date.Last) : default;
        if (length.Mention is null || clause.Kind != ClauseKind.After && !sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "before-or-after" } && word.First > length.First && word.First <= candidate.First)) return null;
        var from = sentence.Dates.LastOrDefault(date => date.Last <= length.First && resolved.ContainsKey(date));
        if (from.Mention is null) from = sentence.Dates.FirstOrDefault(date => date.First >= clause.Last && resolved.ContainsKey(date) && !aside.Contains(date));
        var counted = from.Mention is not null ? resolved[from] : !candidates.Exists(one => one.HeadEnd <= length.First) ? clock.InForce ?? clock.Running : null;
        if (counted?.Date is not { } day) return null;
        if (length.Mention?.Form.Unit is DateUnit.Hour or DateUnit.Minute) return counted;
        if (length.Mention?.Form is not { Length: { } count, Unit: { } unit } || count != Math.Floor(count)) return null;
        // "hai ngày trước cuộc gặp": what the sentence tells was before it.
        var sign = clause.Kind != ClauseKind.After && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "ahead-of" } && word.First > length.First && word.First <= candidate.First) ? "" : "-";
        var back = new DateExpression(length.Mention.Expression.Words, length.Mention.Expression.Rule, $"anchor-count {unit.ToString().ToLowerInvariant()} {sign}{count:0}");
        return new(new(length.Mention.Span, back), DateExpressions.Resolve(back, new(clock.Told, Tense.Past, day)).Date);
    }

    /// <summary>"… ngày 7/10/2023, khi Hamas tấn công", "cuộc gặp ngày 16/6 ở Geneva, nơi hai bên nhất trí": what happened on the day, or at the meeting, just named.</summary>
    private DatedBy? Described(Clause clause)
    {
        var first = Clauses.RunStart(clauses, clauses.IndexOf(clause));
        var reach = sentence.Words.Any(word => word.First == first && word.Entry is FunctionEntry { Role: "time-of" }) ? NextTo
            : sentence.Words.Any(word => word.First == first && word.Entry is FunctionEntry { Role: "place-of" }) ? Where : 0;
        var named = reach == 0 ? default : sentence.Dates.LastOrDefault(date => resolved.ContainsKey(date) && date.Last <= first && first - date.Last <= reach);
        return named.Mention is null || sentence.Tokens[named.Last].Is('.') ? null : resolved[named];
    }

    /// <summary>"Vương quốc này khi ấy ra lệnh …": the day that was told last.</summary>
    private DatedBy? Then(Candidate candidate, Clause clause)
    {
        if (clock.Here is not { Date: not null } here || sentence.Dates.Any(date => resolved.ContainsKey(date) && date.First < candidate.First)) return null;
        return sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "then" } && (word.First >= clause.First || word.First == 0) && word.Last <= candidate.First && !phrases.Actors.Any(one => one.First < word.First && word.Last < one.Last))
            ? here with { Rule = "time.then" }
            : null;
    }

    /// <summary>"Cuối tháng 7, sau khi Mỹ trừng phạt, Moscow …": a month or more that opens the sentence holds what its clause of time tells as well; a day does not.</summary>
    private DatedBy? Around(Clause clause) =>
        governing.Count > 0 && governing[0].From <= clause.First && clause.First - governing[0].From <= 1 && resolved[governing[0].Date] is { Date.Days: >= 7 } around ? around : null;

    /// <summary>The date of the verb that this one is joined to: "trục xuất … hôm 6/10 và đóng cửa …".</summary>
    private DatedBy? Shared(Candidate candidate)
    {
        var at = IndexOf(candidate);
        if (at > 0 && candidates[at - 1] is var before && own.TryGetValue(before, out var date) && date.First >= before.HeadEnd && IsJoined(before, candidate)) return resolved[date];
        if (at + 1 < candidates.Count && candidates[at + 1] is var after && own.TryGetValue(after, out var later) && later.First >= after.HeadEnd && IsJoined(candidate, after)
            && sentence.Dates.All(one => one.Mention.IsDuration || one.First >= after.HeadEnd)) return resolved[later];
        return null;
    }

    /// <summary>Whether two verbs stand in clauses joined without a subject of its own between them.</summary>
    private bool IsJoined(Candidate first, Candidate second)
    {
        var clause = clauses[second.Clause];
        var isParticiple = clause is { Kind: ClauseKind.Main, OpensByMark: true } && second.First - clause.First <= 1 && sentence.Tokens[clause.First - 1].Is(',');
        return first.Clause < second.Clause && (clause.Kind is ClauseKind.Also || isParticiple) && second.Clause - first.Clause <= 2 && first.Frame.Form != "noun" && second.Frame.Form != "noun"
            && !phrases.HasSubject(clause.First, second.First);
    }

    /// <summary>The date of the event that a counted date names after it: "một năm sau tuyên bố của ông Trump".</summary>
    private Edtf? EventAfter(DatePlace date)
    {
        if (date.Mention.Form.Start?.Offset is not { Base: DateBase.Anchor }) return null;
        var nouns = sentence.Words.Where(word => word.First == date.Last && word.Entry is FunctionEntry { Role: "nominal" or "words-of" }).ToList();
        if (nouns.Count == 0 || phrases.Actors.FirstOrDefault(one => one.First >= nouns[0].Last && one.First - nouns[0].Last <= 2 && one.Codes.Count > 0) is not { } actor) return null;
        return clock.LastOf(actor.Codes, nouns.Exists(word => word.Entry is FunctionEntry { Role: "words-of" }));
    }
}
