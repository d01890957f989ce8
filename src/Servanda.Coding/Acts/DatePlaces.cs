// What each date of a sentence stands with: an act, a saying, a deadline, a treaty, or a verb that no frame reads.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Tells the dates that date acts from those that only describe something.</summary>
internal sealed class DatePlaces
{
    /// <summary>How far behind the word for an event its date may begin, in tokens.</summary>
    private const int EventReach = 6;

    /// <summary>The longest stretch of one year's part, and of a year or what ends in it, in days; what may lie further apart is of one of several years.</summary>
    private const int LongestPart = 200, LongestYear = 400;

    private readonly Sentence sentence;
    private readonly List<Clause> clauses;
    private readonly List<LexiconMatch> carriers;

    private DatePlaces(Sentence sentence, List<Clause> clauses, List<LexiconMatch> carriers) => (this.sentence, this.clauses, this.carriers) = (sentence, clauses, carriers);

    public static DatePlaces Of(Sentence sentence, List<Clause> clauses) =>
        new(sentence, clauses, sentence.Words.Where(word => word.Entry is FunctionEntry { Role: "carries-date" }).ToList());

    /// <summary>Whether a date says by when something must be done, and not when it was. "Đến tháng 12/2018, Mỹ tuyên bố …", "nhưng đến tháng 6 thì …" open a sentence or a clause and are none.</summary>
    public bool IsDeadline(DatePlace date)
    {
        var bound = date.Mention.Bound;
        if (bound == DateBound.Until && (date.First <= 1 || OpensClause(date))) return false;
        return bound is DateBound.Before or DateBound.By or DateBound.Until or DateBound.Within or DateBound.For;
    }

    private bool OpensClause(DatePlace date)
    {
        var clause = Triggers.ClauseAt(clauses, date.First);
        return clause > 0 && clauses[clause].Kind is ClauseKind.Main or ClauseKind.Also or ClauseKind.Contrast && clauses[clause].Last > date.Last + 1
            && (date.First == clauses[clause].First || sentence.Words.Any(word => word.First == clauses[clause].First && word.Last == date.First && word.Entry is FunctionEntry));
    }

    /// <summary>Where the treaty ends whose description a date is part of ("Hiệp ước phòng thủ chung ký năm 1951", "theo thỏa thuận năm 1988"); null where it is part of none.</summary>
    public int? Thing(DatePlace date)
    {
        foreach (var name in sentence.Names)
            if (name.Entry is AgreementEntry && name.First < date.Last && date.First < name.Last) return name.Last;
        var isSigned = false;
        var at = date.First;
        while (at > 0 && Before(at) is { } word)
        {
            isSigned |= word.Entry is FunctionEntry { Role: "signed" };
            at = word.First;
        }
        var treaty = Treaty(at);
        if (treaty.Entry is null || !IsPlain(treaty.Last, at)) return null;
        // "thỏa thuận quân sự 19/9": a day without a word before it is a name.
        if (at == date.First && char.IsAsciiDigit(date.Mention.Expression.Words[0]) && !sentence.Words.Any(word => word.First >= treaty.Last && word.Last <= at && word.Entry is FunctionEntry)) return treaty.Last;
        // "Công ước về Luật Biển năm 1982 (UNCLOS)": its short name follows.
        if (treaty.Last == date.First && date.Last < sentence.Tokens.Count && sentence.Tokens[date.Last].Is('(')) return treaty.Last;
        // "thỏa thuận năm 2013 về hợp tác hạt nhân": what follows goes on describing it.
        if (treaty.Last == date.First && sentence.Words.Any(word => word.First == date.Last && word.Entry is FunctionEntry { Role: "about" or "about-deed" or "between" or "with" })) return treaty.Last;
        return isSigned || treaty.Last == at && sentence.Words.Any(word => word.Last == treaty.First && word.Entry is FunctionEntry { Role: "under" }) ? treaty.Last : null;
    }

    /// <summary>The nearest words for a treaty that end shortly before a token, of several the longest; the default where there are none.</summary>
    private LexiconMatch Treaty(int at)
    {
        LexiconMatch nearest = default;
        foreach (var name in sentence.Names)
            if (name.Entry is AgreementEntry or NounEntry { Class: "treaty" }) Compare(name);
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "this-agreement" }) Compare(word);
        return nearest;

        void Compare(LexiconMatch one)
        {
            if (one.Last <= at && at - one.Last <= 3 && (one.Last > nearest.Last || one.Last == nearest.Last && one.Length >= nearest.Length)) nearest = one;
        }
    }

    /// <summary>Whether nothing but describing words stands between two tokens: no mark, no name, no verb, no passive.</summary>
    private bool IsPlain(int first, int last)
    {
        for (var at = first; at < last; at++)
            if (sentence.Tokens[at].Kind != TokenKind.Word) return false;
        return !sentence.Names.Any(name => name.First >= first && name.Last <= last && name.Entry is ActorEntry)
            && !sentence.Words.Any(word => word.First >= first && word.Last <= last && word.Entry is FrameEntry or CueEntry or FunctionEntry { Role: "passive" });
    }

    /// <summary>The word before a token that may stand between a treaty and its date: where, with whom, "ký".</summary>
    private LexiconMatch? Before(int at)
    {
        foreach (var word in sentence.Words)
            if (word.Last == at && word.Entry is FunctionEntry { Role: "place" or "with" or "between" or "signed" }) return word;
        foreach (var name in sentence.Names)
            if (name.Last == at && name.Entry is ActorEntry) return name;
        return null;
    }

    /// <summary>The verb that a date belongs to and that only says when something takes place or holds ("World Cup 2018 diễn ra vào tháng 6 tới"); null where none stands before it.</summary>
    public LexiconMatch? Carrier(DatePlace date)
    {
        foreach (var word in carriers)
            if (word.Last <= date.First && date.First - word.Last <= 1 && date.First > 3 && !IsObject(word)) return word;
        return null;
    }

    /// <summary>"rời tổ chức vào năm 1984": right after a verb the same words are its object.</summary>
    private bool IsObject(LexiconMatch word) => sentence.Words.Any(verb => verb.Entry is FrameEntry && verb.Last == word.First);

    /// <summary>Whether a date is a year and nothing more, with no word before it that says when: "vụ nổ năm 2014", and not "vào năm 2014".</summary>
    public bool IsBareYear(DatePlace date) =>
        date.Mention.Form is { Bound: DateBound.On, Start: { Year: not null, Month: null, Quarter: null, Part: null }, End: null } && date.First > 0 && sentence.Tokens[date.First - 1].Kind == TokenKind.Word
        && !sentence.Words.Any(word => word.Last == date.First && word.Entry is FunctionEntry { Role: "on" });

    /// <summary>Whether a date says when an event was that a word only speaks of: "bác bỏ cáo buộc can thiệp cuộc bầu cử hồi tháng 11/2016".</summary>
    public bool IsOfEvent(DatePlace date, Candidate spoken)
    {
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "dated-event" } && word.First >= spoken.HeadEnd && date.First - word.Last is >= 0 and <= EventReach && !sentence.HasMark(word.Last, date.First)) return true;
        return false;
    }

    /// <summary>The ninth of July of one of several years is no stretch of years: where the page does not fix the year, the words stand without a date.</summary>
    public static Edtf? OfOneYear(DateMention mention, Edtf? day)
    {
        if (day?.Days is not { } length || mention.Form is not { IsRange: false, Start: { Year: null, Decade: null, Century: null } start }) return day;
        var isFine = start.Month is not null || start.Day is not null || start.Weekday is not null || start.Offset is { Unit: not DateUnit.Year };
        var unit = start.Stretch?.Unit;
        return length > (unit is DateUnit.Year ? int.MaxValue : unit is not null || !isFine ? LongestYear : LongestPart) ? null : day;
    }

    /// <summary>Whether a date stands in the main line of the sentence, and not in what it gives as cause, time or description.</summary>
    public bool IsMain(DatePlace date) =>
        Triggers.ClauseAt(clauses, date.First) is >= 0 and var clause && clauses[clause] is { Kind: ClauseKind.Main or ClauseKind.Also or ClauseKind.Contrast or ClauseKind.Response, Apposed: null };

    /// <summary>Whether the sentence opens by how far its act is from another: "Hai ngày trước vụ đột kích, …"; some hours off is the same day.</summary>
    public bool IsDisplaced => sentence.Dates.Any(date => date.First <= 2 && date.Mention is { IsDuration: true, Form.Unit: not (DateUnit.Hour or DateUnit.Minute) } && sentence.Numbers.Any(number => date.First <= number.First && number.Last < date.Last));

    /// <summary>Whether a verb before the date in its clause is still to come: "sẽ ngừng … từ ngày 2/2".</summary>
    public bool IsPlanned(DatePlace date)
    {
        var clause = Triggers.ClauseAt(clauses, date.First);
        return clause >= 0 && sentence.Words.Any(word => word.Entry is CueEntry { Cue: "future" or "intended" } && word.First >= clauses[clause].First && word.Last <= date.First);
    }

    /// <summary>The verb of saying that a date stands with, outside quotations: "…, bà Joly nói tại Ottawa (Canada) hôm 19/10"; null where there is none.</summary>
    public LexiconMatch? Saying(DatePlace date)
    {
        var clause = Triggers.ClauseAt(clauses, date.First);
        if (clause < 0 || sentence.Quotes[date.First] > 0) return null;
        while (clause >= 2 && sentence.Tokens[clauses[clause].First - 1].Is(')')) clause -= 2;
        LexiconMatch? last = null;
        foreach (var word in sentence.Words)
            if (word.Entry is AttributionEntry { Kind: "verb" } && word.First >= clauses[clause].First && word.Last <= date.First && date.First - word.Last <= 12 && sentence.Quotes[word.First] == 0) last = word;
        return last;
    }
}
