// The time that a story's telling has reached.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>A date and the words that give it, with the rule by which the two came to an act where it was not its own verb that they stand with.</summary>
public sealed record DatedBy(DateMention Mention, Edtf? Date, string? Rule = null);

/// <summary>
/// News is told in one day, its background in others. The clock knows the day of the news, the date in force in the paragraph, and the date of the act told last.
/// An act without a date of its own is dated by it only while the story tells its news; background without a date stays without one.
/// </summary>
public sealed class StoryClock(Edtf? told)
{
    /// <summary>How many days before the story was told its news may lie.</summary>
    private const int NewsReach = 5;

    /// <summary>A date that lies further than this before the day of the news, in days, is background.</summary>
    private const int Background = 3;

    public Edtf? Told { get; } = told;

    /// <summary>The day that the story's news is of: the first day in its opening that lies shortly before it was told.</summary>
    public DatedBy? News { get; private set; }

    /// <summary>The date that the sentences before leave in force in this paragraph.</summary>
    public DatedBy? InForce { get; private set; }

    /// <summary>The date of the act told last: "cùng ngày", "hôm sau", "năm đó" count from it.</summary>
    public DatedBy? Reached { get; private set; }

    /// <summary>The date that the paragraph has told last.</summary>
    public DatedBy? Here { get; private set; }

    /// <summary>That date in a paragraph that is told by its dates ("Tháng 6/2017, …"): what follows goes on in the same year.</summary>
    public Edtf? History => InForce is not { Date: { } opened, Mention.Bound: not DateBound.From } ? null : Here?.Date is { Earliest: { } here } reached && opened.Earliest is { } first && here > first ? reached : opened;

    /// <summary>Whether the story has turned from its news to what went before.</summary>
    public bool IsBackground { get; private set; }

    private readonly List<(string Code, string? Person, bool IsWord, DatedBy Date)> told = [];

    /// <summary>Who was named where a date was told.</summary>
    private readonly List<(Edtf Date, IReadOnlyList<string> Codes, string? Person)> named = [];
    private DatedBy? running;
    private bool isElsewhere;

    /// <summary>Sentences since the date came into force, its own counted.</summary>
    private int passed;

    /// <summary>Sentences since a date came into force; none in its own.</summary>
    private int behind;

    /// <summary>Whether the sentence before is the one whose date is in force.</summary>
    public bool IsBehind => behind <= 1;

    /// <summary>The day that an act of the news without a date of its own is told in; null where the story is in its background or nothing shows the day.</summary>
    public DatedBy? Running => IsBackground || isElsewhere ? null : running ?? News;

    /// <summary>Learns the day of the news from the dates of an opening sentence, in order.</summary>
    public void Learn(IEnumerable<DatedBy> dates)
    {
        foreach (var dated in dates)
            if (News is null && Told is { Earliest: { } since, Latest: { } until } && dated.Date is { Earliest: { } first, Latest: { } last, Days: <= Background } && first >= since.PlusDays(-NewsReach) && last <= until) News = dated;
    }

    /// <summary>Begins a paragraph: dates do not reach over its border, the day of the news does.</summary>
    public void Turn() => (InForce, Here, isElsewhere) = (null, null, false);

    /// <summary>Before a sentence of a page whose paragraphs were run together: a date of the background reaches no further than the sentence behind its own.</summary>
    public void Lapse()
    {
        if (passed > 1 && InForce?.Date?.Latest is { } last && Told?.Earliest is { } since && last < since.PlusDays(-NewsReach)) (InForce, Here) = (null, null);
    }

    /// <summary>Begins to tell the story again.</summary>
    public void Restart()
    {
        told.Clear();
        named.Clear();
        (InForce, Here, Reached, running, IsBackground, isElsewhere) = (null, null, null, null, false, false);
    }

    /// <summary>Before a sentence: words such as "trước đó" lead away from the day of the news, "lần này" back to it.</summary>
    public void Enter(bool leadsBack, bool leadsOn)
    {
        behind++;
        if (leadsOn) (IsBackground, isElsewhere) = (false, false);
        else if (leadsBack) isElsewhere = true;
    }

    /// <summary>After a sentence: what it leaves in force, and the date that its telling reached.</summary>
    public void Advance(DatedBy? inForce, DatedBy? reached)
    {
        passed++;
        if (inForce is not null) (InForce, passed, behind) = (inForce, 1, 0);
        if (reached?.Date is not { Earliest: { } first, Latest: { } last }) return;
        Reached = Here = reached;
        if (News?.Date is not { Earliest: { } news, Latest: { } newest })
        {
            IsBackground |= Told?.Earliest is { } since && last < since.PlusDays(-NewsReach);
            return;
        }
        if (first >= news && Told?.Latest is { } now && last <= now)
        {
            (IsBackground, isElsewhere) = (false, false);
            if (inForce is not null && first > newest) running = inForce;
        }
        else
        {
            isElsewhere = true;
            IsBackground |= last < news.PlusDays(-Background);
        }
    }

    /// <summary>An act of the news without words for its day brings the telling back to it: "cùng ngày" after it is that day.</summary>
    public void Reach(DatedBy day) => Reached = day;

    /// <summary>Keeps what was done on a day, for "một năm sau tuyên bố của ông …".</summary>
    public void Keep(IEnumerable<string> codes, string? person, bool isWord, DatedBy date) => told.AddRange(codes.Select(code => (code, person, isWord, date)));

    /// <summary>Keeps who was named where a date was told.</summary>
    public void Name(DatedBy? day, IEnumerable<ActorPhrase> actors)
    {
        if (day?.Date is { } date) named.AddRange(actors.Select(one => (date, one.Codes, one.Person)));
    }

    /// <summary>Whether one of some actors was told to act on a day.</summary>
    public bool Acted(DatedBy day, IReadOnlyList<string> codes) => told.Any(one => one.Date.Date == day.Date && codes.Contains(one.Code));

    /// <summary>Whether one of some actors was named where a day was told.</summary>
    public bool Named(DatedBy day, IReadOnlyList<string> codes) => named.Any(one => one.Date == day.Date && one.Codes.Any(codes.Contains));

    /// <summary>Whether a person was named where a day of the news was told.</summary>
    public bool NamedInNews(string person) => named.Any(one => IsOfNews(one.Date) && one.Person is { } other && (IsPart(person, other) || IsPart(other, person)));

    /// <summary>Whether a name is the first or last part of another: "Austin" of "Lloyd Austin".</summary>
    private static bool IsPart(string part, string whole) => part == whole || whole.StartsWith(part + " ", StringComparison.Ordinal) || whole.EndsWith(" " + part, StringComparison.Ordinal);

    /// <summary>Whether the story tells its news and a day is of them.</summary>
    public bool IsOfNews(DatedBy day) => !IsBackground && day.Date is { } date && IsOfNews(date);

    private bool IsOfNews(Edtf day) => day.Latest is { } last && Told?.Earliest is { } since && last >= since.PlusDays(-NewsReach);

    /// <summary>The date of the last act of an actor; where its words are asked for, of its last words, if any were told.</summary>
    public Edtf? LastOf(IReadOnlyList<string> codes, bool isWord)
    {
        var its = told.Where(one => codes.Contains(one.Code)).ToList();
        return (isWord && its.Exists(one => one.IsWord) ? its.Last(one => one.IsWord) : its.LastOrDefault()).Date?.Date;
    }

    /// <summary>The day in the news that a person acted or spoke on last; null while the story is in its background.</summary>
    public DatedBy? OfPerson(string person) =>
        !IsBackground && News?.Date is { Earliest: { } news } && told.LastOrDefault(one => one.Person == person).Date is { Date: { Latest: { } last, Days: <= Background } } date && last >= news.PlusDays(-Background)
            ? date with { Rule = "time.person" }
            : null;
}
