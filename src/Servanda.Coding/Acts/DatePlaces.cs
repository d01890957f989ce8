// What each date of a sentence stands with: an act, a saying, a deadline, a treaty, or a verb that no frame reads.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Tells the dates that date acts from those that only describe something.</summary>
internal sealed class DatePlaces
{
    private readonly Sentence sentence;
    private readonly IReadOnlyList<Clause> clauses;
    private readonly List<LexiconMatch> carriers;

    private DatePlaces(Sentence sentence, IReadOnlyList<Clause> clauses, List<LexiconMatch> carriers) => (this.sentence, this.clauses, this.carriers) = (sentence, clauses, carriers);

    public static DatePlaces Of(Sentence sentence, IReadOnlyList<Clause> clauses) =>
        new(sentence, clauses, sentence.Words.Where(word => word.Entry is FunctionEntry { Role: "carries-date" }).ToList());

    /// <summary>Whether a date says by when something must be done, and not when it was. "Đến tháng 12/2018, Mỹ tuyên bố …" opens a sentence and is no deadline.</summary>
    public bool IsDeadline(DatePlace date)
    {
        var bound = date.Mention.Bound;
        if (bound == DateBound.Until && date.First <= 1) return false;
        return bound is DateBound.Before or DateBound.By or DateBound.Until or DateBound.Within or DateBound.For;
    }

    /// <summary>Whether a date is part of a thing's name or description: "Hiệp ước phòng thủ chung ký năm 1951", "theo thỏa thuận năm 1988".</summary>
    public bool IsThings(DatePlace date)
    {
        var isSigned = false;
        var at = date.First;
        while (at > 0 && Before(at) is { } word)
        {
            isSigned |= word.Entry is FunctionEntry { Role: "signed" };
            at = word.First;
        }
        var agreement = sentence.Names.LastOrDefault(name => name.Last == at && name.Entry is AgreementEntry or NounEntry { Class: "treaty" });
        return agreement.Entry is not null && (isSigned || sentence.Words.Any(word => word.Last == agreement.First && word.Entry is AttributionEntry { Kind: "theo" }));
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
            if (word.Last <= date.First && date.First - word.Last <= 1 && date.First > 3) return word;
        return null;
    }

    /// <summary>Whether a verb before the date in its clause is still to come: "sẽ ngừng … từ ngày 2/2".</summary>
    public bool IsPlanned(DatePlace date)
    {
        var clause = Triggers.ClauseAt(clauses, date.First);
        return clause >= 0 && sentence.Words.Any(word => word.Entry is CueEntry { Cue: "future" or "intended" } && word.First >= clauses[clause].First && word.Last <= date.First);
    }

    /// <summary>Whether a date stands with a verb of saying, outside quotations: "…, bà Joly nói tại Ottawa hôm 19/10".</summary>
    public bool IsSaid(DatePlace date)
    {
        if (sentence.Quotes[date.First] > 0) return false;
        var clause = Triggers.ClauseAt(clauses, date.First);
        return clause >= 0 && sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" }
            && word.First >= clauses[clause].First && word.Last <= date.First && date.First - word.Last <= 8 && sentence.Quotes[word.First] == 0);
    }
}
