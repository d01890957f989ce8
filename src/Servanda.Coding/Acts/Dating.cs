// Which date of a sentence belongs to which act.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// Gives each date of a sentence to the verb it dates: the one before it in its clause, else the first one after it, else (a clause that is nothing but a date)
/// the last verb before. A date that opens a sentence also holds for the clauses after it, until the next date. Dates of other things (a treaty's, a coming
/// conference's, a deadline) date no act. Each date is resolved once, in the order of the text: "hôm sau" counts from the last act told before it.
/// </summary>
public sealed partial class Dating
{
    /// <summary>How far before "khi …" the day stands that it describes, and before "nơi …" that of the meeting, in tokens.</summary>
    private const int NextTo = 1, Where = 6;

    /// <summary>The longest date, in days, that a count of days can run from; months are counted so ("cuối tháng 5 … mười ngày sau đó").</summary>
    private const int LongestAnchor = 62;

    private readonly Sentence sentence;
    private readonly List<Clause> clauses;
    private readonly List<Candidate> candidates;
    private readonly PhraseSet phrases;
    private readonly StoryClock clock;
    private readonly Dictionary<Candidate, DatePlace> own = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Candidate, List<DatePlace>> further = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DatePlace, DatedBy> resolved = [];
    private readonly List<(int From, DatePlace Date)> governing = [];
    private readonly List<DatePlace> said = [];
    private readonly HashSet<DatePlace> aside = [];

    /// <summary>Dates that no act has and yet the telling reaches: "Mọi chuyện bắt đầu hôm 10/2, khi … Hôm sau, …".</summary>
    private readonly HashSet<DatePlace> carried = [];
    private readonly bool isDisplaced;

    /// <param name="readings">How real each candidate is made by the words around it, in the order of the candidates.</param>
    public Dating(Sentence sentence, List<Clause> clauses, List<Candidate> candidates, List<Reality> readings, PhraseSet phrases, StoryClock clock)
    {
        (this.sentence, this.clauses, this.candidates, this.phrases, this.clock) = (sentence, clauses, candidates, phrases, clock);
        if (sentence.Dates.Count == 0) return;
        var places = DatePlaces.Of(sentence, clauses);
        isDisplaced = places.IsDisplaced;
        foreach (var date in sentence.Dates) Assign(date, places, readings);
        Resolve(places, readings);
    }

    /// <summary>Where the telling stands after the sentence: the date left in force, and the date of the act told last.</summary>
    public (DatedBy? InForce, DatedBy? Reached) End { get; private set; }

    /// <summary>Further dates of the same verb: "vào năm 2015 và 2018" is two acts.</summary>
    public IEnumerable<DatedBy> Further(Candidate candidate) => further.TryGetValue(candidate, out var dates) ? dates.Select(date => resolved[date]) : [];

    /// <summary>Whether a date stands with the verb itself, after it.</summary>
    public bool IsOwn(Candidate candidate) => own.TryGetValue(candidate, out var date) && date.First >= candidate.HeadEnd;

    /// <summary>The date that holds at a token: the last one before it, else the one in force.</summary>
    public DatedBy? At(int token) =>
        sentence.Dates.LastOrDefault(date => date.Last <= token && resolved.ContainsKey(date)) is { Mention: not null } date ? resolved[date] : clock.InForce;

    /// <param name="isPast">Whether the clause says that it was before ("đã", "từng").</param>
    /// <param name="role">Who acts: a day that the story told before holds for those it was told of.</param>
    public DatedBy? Of(Candidate candidate, ReportStatus status, bool isPast, bool isDenied, RoleSet role)
    {
        if (own.TryGetValue(candidate, out var date)) return resolved[date];
        var clause = clauses[candidate.Clause];
        if (Counted(candidate) is { } counted) return counted;
        if (Described(clause) is { } described) return described;
        var isSaying = clause.Quote > 0 && Modality.IsWord(candidate.Frame.Act);
        if (clause.Kind == ClauseKind.After && Around(clause) is { } around) return around;
        // "Hôm 3/1, nhờ UAE làm trung gian, hai bên đã …": who brings two together does so on the day that they act.
        if (IsSubordinate(candidate) && !isSaying && candidate.Frame.Act != "mediate") return null;
        if (status is ReportStatus.Intended or ReportStatus.Conditional)
        {
            // "Ngày 18/10, ông Lavrov thông báo Nga sẽ …": the day dates the saying.
            var opening = governing.LastOrDefault(one => one.From <= candidate.First);
            // "Tháng 12/2020, Mỹ quyết định đóng cửa …": of a deed that is decided and not yet done, the decision's day is the one that is known.
            var isDecided = sentence.Words.Any(word => word.Entry is CueEntry { Cue: "decided" } && word.First >= opening.From && word.Last <= candidate.First);
            return opening.Date.Mention is not null && (isDecided || !IsSaidAfter(opening.From, candidate.First)) ? resolved[opening.Date] : null;
        }
        // "Khối này hồi tháng 2 dỡ bỏ trừng phạt, song chưa nước nào quay lại": what is still not done was not left undone on that day.
        if (isDenied && clause.Kind == ClauseKind.Contrast) return null;
        for (var i = governing.Count - 1; i >= 0; i--)
            if (governing[i].From <= candidate.First) return isPast && !Modality.IsWord(candidate.Frame.Act) && IsSaidAfter(governing[i].From, candidate.First) ? null : resolved[governing[i].Date];
        if (Shared(candidate) is { } shared) return shared;
        if (Then(candidate, clause) is { } then) return then;
        if (isSaying && said.Count > 0) return resolved[said[0]];
        // "Mỹ thường xuyên cáo buộc …": on no day.
        if (sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "repeated" } && word.First >= clause.First && word.Last <= candidate.First)) return null;
        if (sentence.Dates.Any(one => resolved.ContainsKey(one) && !aside.Contains(one) && one.First <= candidate.HeadEnd) || isDisplaced) return null;
        return clock.InForce is { } inForce && Holds(inForce, candidate, role) ? inForce : null;
    }

    /// <summary>Whether an act is told as cause, time or description of another. "Nga trả đũa bằng cách trục xuất …" is none: nothing else is told.</summary>
    private bool IsSubordinate(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        if (clause.Kind == ClauseKind.Response && !candidates.Any(one => one.Clause < candidate.Clause) && phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Last <= clause.First)) return false;
        return clause.Kind is ClauseKind.After or ClauseKind.Because or ClauseKind.Response or ClauseKind.Relative or ClauseKind.Before;
    }

    private void Assign(DatePlace date, DatePlaces places, List<Reality> readings)
    {
        if (date.Mention.IsDuration) return;
        var clause = Triggers.ClauseAt(clauses, date.First);
        if (clause < 0) return;
        var inClause = candidates.Where(one => one.Clause == clause || one.Clause < clause && Clauses.RunsTo(clauses, one.Clause) >= clause).ToList();
        var before = inClause.LastOrDefault(one => one.HeadEnd <= date.First);
        var after = inClause.FirstOrDefault(one => one.First >= date.Last);
        if (places.Thing(date) is { } treaty)
        {
            aside.Add(date);
            if (before is not null && before.First >= treaty) own.TryAdd(before, date);
            return;
        }
        // "Nam Phi, nước khởi kiện hồi cuối tháng 12, …", "phương án mà Ai Cập đưa ra hôm thứ Hai …": what only describes somebody or something dates nothing else.
        if (before is null && (clauses[clause].Apposed is not null && (after is null || clauses[clause].Last <= after.First) || clauses[clause] is { Kind: ClauseKind.Relative, OpensByMark: false } && date.First - clauses[clause].First > 2))
        {
            aside.Add(date);
            return;
        }
        // "đợt triển khai lớn nhất từ năm 2014", "lần đầu tiên kể từ năm 2018": since when nothing was like it.
        if (date.Mention.Bound == DateBound.From && date.First > 0 && sentence.Words.Any(word => word.Entry is CueEntry { Cue: "superlative" } && date.First - word.Last is 0 or 1))
        {
            aside.Add(date);
            return;
        }
        // "cáo buộc Moscow liên quan đến vụ nổ kho đạn năm 2014": a bare year far behind a word, or the date of an election or a blast, is of what it speaks of.
        if (before is not null && Modality.IsWord(before.Frame.Act) && (date.First - before.HeadEnd >= 4 && places.IsBareYear(date) || places.IsOfEvent(date, before)))
        {
            aside.Add(date);
            return;
        }
        if (places.IsDeadline(date))
        {
            // "… phải rời đi trước ngày 1/11": what is still to be done is dated by its deadline, what was done is not.
            aside.Add(date);
            if (before is not null && !Modality.IsWord(before.Frame.Act) && (readings[IndexOf(before)].Status is ReportStatus.Intended or ReportStatus.Conditional || before.Frame.Act is "limit-staff" or "pull-back" or "comply" && IsAhead(date))) own.TryAdd(before, date);
            return;
        }
        if (places.Carrier(date) is { } carrier && before is not ({ Frame.Form: "noun" } or { Frame.Act: "negotiate" or "meet" or "convene" or "inspect" }) && !(before is not null && before.First <= carrier.First && carrier.Last <= before.Last))
        {
            aside.Add(date);
            if (sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "time-of" } && word.First - date.Last is 0 or 1)) carried.Add(date);
            return;
        }
        var isSaid = places.Saying(date) is { } saying && (before is null || before.HeadEnd <= saying.First);
        if (isSaid) said.Add(date);
        if (before is not null && !isSaid && after is not null && after.First - date.Last <= 1 && LeadsOn(date)) Govern(date, after);
        else if (before is not null && !isSaid) Add(before, date);
        else if (after is not null) Govern(date, after);
        else if (candidates.Any(one => one.First >= date.Last) && (!candidates.Any(one => one.HeadEnd <= date.First) || IsTurn(clause, date))) governing.Add((date.Last, date));
        else if (isSaid) return;
        else if (candidates.LastOrDefault(one => one.HeadEnd <= date.First) is { } last && IsNothingElse(clause, date) && !IsTurn(clause, date))
        {
            // "rời tổ chức đầu năm 1965, và hơn một năm rưỡi sau, tháng 9/1966, lại trở lại": the act before has its date.
            if (own.ContainsKey(last) && candidates.Find(one => one.Clause == clause + 1) is { } next) Govern(date, next);
            else Add(last, date);
        }
        else if (clauses[clause].Kind == ClauseKind.While && clause > 0 && candidates.LastOrDefault(one => one.Clause == clause - 1) is { } during && !own.ContainsKey(during)) own.Add(during, date);
        else if (before is null && clause == 0 || IsTurn(clause, date)) governing.Add((date.Last, date));
    }

    private bool IsAhead(DatePlace date) =>
        clock.Told?.Latest is { } now && DateExpressions.Resolve(date.Mention.Form, new(clock.Told, Tense.Future, clock.Reached?.Date)).Date is { Earliest: { } first } && first > now;

    /// <summary>"… rút khỏi INF và tháng 11/2020 rời khỏi …": a date after "và" or a mark and right before a verb is that verb's.</summary>
    private bool LeadsOn(DatePlace date) =>
        date.First > 0 && (sentence.Tokens[date.First - 1].Kind == TokenKind.Mark || sentence.Words.Any(word => word.Last == date.First && word.Entry is FunctionEntry { Role: "and" or "also" or "contrast" }));

    /// <summary>Gives a verb a date; one more right after it is a further act, one further off is another thing's.</summary>
    private void Add(Candidate candidate, DatePlace second)
    {
        if (own.TryAdd(candidate, second)) return;
        // "một năm sau, tức ngày 17/3/2019": the second says the first more exactly.
        if (sentence.Words.Any(word => word.Last == second.First && word.Entry is FunctionEntry { Role: "that-is" }))
        {
            own[candidate] = second;
            return;
        }
        var first = own[candidate];
        var list = further.TryGetValue(candidate, out var known) ? known : further[candidate] = [];
        var last = list.Count > 0 ? list[^1] : first;
        if (second.First - last.Last <= 6 && IsList(last.Last, second.First)) list.Add(second);
        else aside.Add(second);
    }

    /// <summary>Whether nothing but the words of a list stands between two dates.</summary>
    private bool IsList(int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            var here = at;
            if (sentence.Tokens[at].Kind != TokenKind.Mark && !sentence.Words.Any(word => word.First <= here && here < word.Last && word.First >= first && word.Last <= last && word.Entry is FunctionEntry { Role: "date-list" })) return false;
        }
        return true;
    }

    private void Govern(DatePlace date, Candidate after)
    {
        governing.Add((date.Last, date));
        if (!IsSaidAfter(date.Last, after.First)) own.TryAdd(after, date);
    }

    /// <summary>The first act that a date holds for which opens the sentence or a turn of it ("Ngày 17, tại Brussels, hai bên sẽ ký …"); null where a saying stands between.</summary>
    private Candidate? Governed(DatePlace date) =>
        governing.Exists(one => one.Date.Equals(date)) && candidates.FirstOrDefault(one => one.First >= date.Last) is { } first && !IsSaidAfter(date.Last, first.First) ? first : null;

    /// <summary>Resolves the dates in the order of the text, each against what was told before it; what is said in a quotation against the day of the saying.</summary>
    private void Resolve(DatePlaces places, List<Reality> readings)
    {
        var reached = clock.Reached?.Date;
        var here = GoesOn() ? reached : clock.Here?.Date;
        var history = GoesOn() ? reached : clock.History;
        DatedBy? left = null;
        Edtf? saying = null;
        foreach (var date in said.Take(1)) saying = DateExpressions.Resolve(date.Mention.Form, new(clock.Told, Tense.Past, reached)).Date;
        foreach (var date in sentence.Dates)
        {
            if (date.Mention.IsDuration) continue;
            var owner = own.FirstOrDefault(one => one.Value.Equals(date)).Key ?? Governed(date);
            var reading = owner is null ? default : readings[IndexOf(owner)];
            var isQuoted = sentence.Quotes[date.First] > 0;
            var told = isQuoted ? saying ?? clock.InForce?.Date ?? clock.Running?.Date ?? clock.Told : clock.Told;
            var tense = isQuoted && reading.Tense == Tense.Past ? Tense.Unknown : reading.Tense;
            var mention = isQuoted || aside.Contains(date) ? date.Mention : Narration.Of(date, sentence, tense, here, history, clock.Told, GoesOn() && date.Equals(sentence.Dates[0])) ?? date.Mention;
            var day = DatePlaces.OfOneYear(mention, DateExpressions.Resolve(mention.Form, new(told, tense, EventAfter(date) ?? Anchor(mention, ReferenceEquals(mention, date.Mention) ? reached : here))).Date);
            resolved[date] = new(mention, day);
            if (day?.Latest is not { } last || isQuoted || aside.Contains(date) && !carried.Contains(date) || reading.Status is ReportStatus.Intended or ReportStatus.Conditional) continue;
            if (clock.Told?.Latest is { } now && last > now || places.IsPlanned(date)) continue;
            // "Tối 5-4, cảnh sát vào … bắt ông Glas, đang lánh nạn từ tháng 12 năm ngoái": since when something lasts is not when the story is.
            if (date.Mention.Bound == DateBound.From && left is not null) continue;
            if (places.IsMain(date)) (left, reached, here, history) = (resolved[date], day, day, day);
            else left ??= resolved[date];
        }
        var opening = governing.Count > 0 ? governing[0].Date : said.Count > 0 ? said[0] : sentence.Dates.FirstOrDefault(date => !date.Mention.IsDuration);
        var holds = opening.Mention is not null && resolved.ContainsKey(opening) && !aside.Contains(opening) && (governing.Count > 0 || said.Count > 0 || opening.First <= 3 || IsBeginning(opening, places))
            && !places.IsPlanned(opening) && !(resolved[opening].Date?.Latest is { } ahead && clock.Told?.Latest is { } today && ahead > today);
        End = (holds ? resolved[opening] : null, left);
    }

    /// <summary>"Khởi nguồn của cuộc đấu là ngày 2/2. Vài giờ sau khi EU …": where a story says that it begins or turns.</summary>
    private bool IsBeginning(DatePlace date, DatePlaces places) =>
        places.IsMain(date) && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "story-turns" } && word.Last <= date.First);

    /// <summary>What a date is counted from. A count of days runs from a day: behind a year that was only named, "trước đó một ngày" is the day before the news.</summary>
    private Edtf? Anchor(DateMention mention, Edtf? last) =>
        mention.Form.Start?.Offset is { Base: DateBase.Anchor, Unit: DateUnit.Day } && last is null or { Days: > LongestAnchor } ? clock.News?.Date : last;

    /// <summary>"Đến ngày 19/11, …", "Sang tháng 8, …": the sentence goes on from what the paragraph before told.</summary>
    private bool GoesOn() => sentence.Dates.Count > 0 && sentence.Dates[0] is var first && first.First <= 2
        && (first.Mention.Bound == DateBound.Until || sentence.Words.Any(word => word.Last == first.First && word.Entry is FunctionEntry { Role: "goes-on" }));

    /// <summary>Whether a verb of saying stands between: then the date is the saying's.</summary>
    private bool IsSaidAfter(int from, int to) =>
        sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } or ChainEntry && word.First >= from && word.Last <= to);

    /// <summary>Whether a clause is nothing but a date: "…, vào ngày 18/12", "(22 tháng 11 năm 2020)".</summary>
    private bool IsNothingElse(int clause, DatePlace date) =>
        clauses[clause].Last - clauses[clause].First - sentence.Dates.Where(one => one.First >= clauses[clause].First && one.First < clauses[clause].Last).Sum(one => one.Last - one.First) <= 4;

    /// <summary>Whether the story moves on with a date: it opens a clause after a semicolon or counts from what was told, and a clause follows that begins with who acts.</summary>
    private bool IsTurn(int clause, DatePlace date)
    {
        if (date.First - clauses[clause].First > 2) return false;
        var isCounted = date.Mention.Form.Start?.Offset is { Base: DateBase.Anchor };
        var isAfterBreak = clauses[clause].First > 0 && sentence.Tokens[clauses[clause].First - 1].Is(';');
        return (isCounted || isAfterBreak) && phrases.Actors.Any(one => one.Governor == Governor.Bare && one.First >= date.Last && one.First - date.Last <= 2);
    }

    private int IndexOf(Candidate candidate)
    {
        for (var i = 0; i < candidates.Count; i++)
            if (ReferenceEquals(candidates[i], candidate)) return i;
        return -1;
    }
}
