// Which date of a sentence belongs to which act.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// Gives each date of a sentence to the verb it dates: the one before it in its clause, else the first one after it, else (a clause that is nothing but a date)
/// the last verb before. A date that opens a sentence also holds for the clauses after it, until the next date.
/// </summary>
public sealed class Dating
{
    private readonly Sentence sentence;
    private readonly IReadOnlyList<Clause> clauses;
    private readonly Dictionary<Candidate, DatePlace> own = [];
    private readonly Dictionary<Candidate, List<DateMention>> further = [];
    private readonly List<(int From, DatePlace Date)> governing = [];
    private readonly DateMention? paragraph;

    /// <param name="paragraph">The date that the sentences before leave in force.</param>
    public Dating(Sentence sentence, IReadOnlyList<Clause> clauses, IReadOnlyList<Candidate> candidates, DateMention? paragraph)
    {
        (this.sentence, this.clauses, this.paragraph) = (sentence, clauses, paragraph);
        foreach (var date in sentence.Dates.Where(one => !IsDeadline(one) || sentence.Dates.Count == 1))
        {
            var clause = Triggers.ClauseAt(clauses, date.First);
            if (clause < 0) continue;
            var inClause = candidates.Where(one => one.Clause == clause || RunsInto(one.Clause, clause)).ToList();
            var before = inClause.LastOrDefault(one => one.HeadEnd <= date.First);
            var after = inClause.FirstOrDefault(one => one.First >= date.Last);
            if (before is not null && own.TryGetValue(before, out var first)) Join(before, first, date);
            else if (before is not null) own.Add(before, date);
            else if (after is not null) Govern(date, after);
            else if (candidates.Any(one => one.First >= date.Last) && !candidates.Any(one => one.HeadEnd <= date.First)) governing.Add((date.Last, date));
            else if (candidates.LastOrDefault(one => one.HeadEnd <= date.First) is { } last && !own.ContainsKey(last) && IsNothingElse(clause, date)) own.Add(last, date);
            else if (before is null && clause == 0) governing.Add((date.Last, date));
        }
    }

    /// <summary>Further dates of the same verb: "vào năm 2015 và 2018" is two acts.</summary>
    public IReadOnlyList<DateMention> Further(Candidate candidate) => further.TryGetValue(candidate, out var dates) ? dates : [];

    private void Join(Candidate candidate, DatePlace first, DatePlace second)
    {
        var list = further.TryGetValue(candidate, out var known) ? known : further[candidate] = [];
        if (second.First - first.Last <= 2 + 4 * list.Count) list.Add(second.Mention);
    }

    /// <summary>Whether a date says by when something must be done, and not when it was.</summary>
    private static bool IsDeadline(DatePlace date) => DateForm.Parse(date.Mention.Expression.Form).Bound is DateBound.Before or DateBound.By or DateBound.Until or DateBound.Within or DateBound.For;

    /// <summary>The date that holds for the sentences after: the one that opened this one.</summary>
    public DateMention? Opening => sentence.Dates.Count > 0 && (sentence.Dates[0].First <= 3 || governing.Count > 0) ? (governing.Count > 0 ? governing[0].Date : sentence.Dates[0]).Mention : paragraph;

    /// <summary>Whether a date stands with the verb itself, after it.</summary>
    public bool IsOwn(Candidate candidate) => own.TryGetValue(candidate, out var date) && date.First >= candidate.HeadEnd;

    public DateMention? Of(Candidate candidate, ReportStatus status)
    {
        if (own.TryGetValue(candidate, out var date)) return date.Mention;
        var clause = clauses[candidate.Clause];
        if (clause.Kind is ClauseKind.After or ClauseKind.Because or ClauseKind.Response or ClauseKind.Relative or ClauseKind.Before) return null;
        if (status is ReportStatus.Intended or ReportStatus.Conditional)
        {
            // "Ngày 18/10, ông Lavrov thông báo Nga sẽ …": the day dates the saying.
            var opening = governing.LastOrDefault(one => one.From <= candidate.First);
            return opening.Date.Mention is not null && !IsSaidAfter(opening.From, candidate.First) ? opening.Date.Mention : null;
        }
        for (var i = governing.Count - 1; i >= 0; i--)
            if (governing[i].From <= candidate.First) return governing[i].Date.Mention;
        return sentence.Dates.Count == 0 || sentence.Dates[0].First > candidate.HeadEnd ? paragraph : null;
    }

    private void Govern(DatePlace date, Candidate after)
    {
        governing.Add((date.Last, date));
        if (!IsSaidAfter(date.Last, after.First)) own.TryAdd(after, date);
    }

    /// <summary>Whether a verb of saying stands between: then the date is the saying's.</summary>
    private bool IsSaidAfter(int from, int to) =>
        sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } or ChainEntry && word.First >= from && word.Last <= to);

    /// <summary>Whether the first clause runs on into the second without a mark.</summary>
    private bool RunsInto(int first, int second)
    {
        if (first >= second) return false;
        for (var next = first + 1; next <= second; next++)
            if (clauses[next].OpensByMark || clauses[next].Kind is not (ClauseKind.That or ClauseKind.Also)) return false;
        return true;
    }

    /// <summary>Whether a clause is nothing but a date: "…, vào ngày 18/12", "(22 tháng 11 năm 2020)".</summary>
    private bool IsNothingElse(int clause, DatePlace date) => clauses[clause].Last - clauses[clause].First - (date.Last - date.First) <= 4;
}
