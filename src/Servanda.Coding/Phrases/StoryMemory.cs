// What a story has said so far: who was named, which names belong to whom, which agreement it is about.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>The memory that anaphora and bare names are resolved against. One per story, or per section of a round-up, filled from left to right.</summary>
public sealed class StoryMemory(People people)
{
    private readonly Dictionary<string, int> mentions = new(StringComparer.Ordinal);

    /// <summary>The state named last in a place where "nước này" can mean it.</summary>
    public string? LastState { get; set; }

    /// <summary>The organisation named last.</summary>
    public string? LastBody => bodies.Count > 0 ? bodies[^1] : null;

    private readonly List<string> bodies = [];

    /// <summary>Remembers an organisation that is named.</summary>
    public void NameBody(string code)
    {
        if (LastBody == code) return;
        bodies.Remove(code);
        bodies.Add(code);
    }

    /// <summary>Whether an actor was named as an organisation.</summary>
    public bool IsBody(string code) => bodies.Contains(code);

    /// <summary>Whether somebody can be one of two that a story does not name again ("hai nước", "hai bên"): a body only where the story is about it.</summary>
    public bool IsSide(string code) => !IsBody(code) || MainPair.Contains(code);

    /// <summary>Of those that a common noun can mean, the one named last; null where none was.</summary>
    public string? BodyOf(IReadOnlyList<string> codes) => bodies.FindLast(codes.Contains);

    /// <summary>The actors of the last subject: for sentences that begin with a verb or "ông".</summary>
    public ActorPhrase? LastSubject { get; set; }

    /// <summary>Who spoke last, for "chúng tôi".</summary>
    public IReadOnlyList<string> LastSpeaker { get; set; } = [];

    /// <summary>The two actors named last together or one after the other, for "hai bên".</summary>
    public IReadOnlyList<string> LastPair { get; set; } = [];

    /// <summary>The two that the paragraph named last in one breath ("A và B", "giữa A và B"); empty where it has named none so.</summary>
    public IReadOnlyList<string> LastJoint { get; set; } = [];

    /// <summary>Names of people whom the story introduced without an office: experts, observers.</summary>
    public HashSet<string> Outsiders { get; } = new(StringComparer.Ordinal);

    /// <summary>Who met, talked or agreed last, the one of whom it was told first; nobody where none did.</summary>
    public IReadOnlyList<string> LastMet { get; set; } = [];

    /// <summary>The actors named last in one breath, however many.</summary>
    public IReadOnlyList<string> LastGroup { get; private set; } = [];

    private readonly Dictionary<int, IReadOnlyList<string>> groups = [];

    /// <summary>Remembers actors named in one breath.</summary>
    public void Group(IReadOnlyList<string> codes)
    {
        LastGroup = codes;
        groups[codes.Count] = codes;
        if (codes.Count == 2) joints[Pair(codes[0], codes[1])] = Joint(codes[0], codes[1]) + 1;
    }

    private readonly Dictionary<(string, string), int> joints = [];

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    /// <summary>How often two were named in one breath.</summary>
    private int Joint(string one, string other) => joints.GetValueOrDefault(Pair(one, other));

    /// <summary>The one named most, and of the others the one named most, alone or again and again in one breath with it; of equals those that were named first.</summary>
    private List<string> Main()
    {
        var order = MostMentioned.ToList();
        return order.Count < 2 ? order : [order[0], order.Skip(1).MaxBy(code => Mentions(code) + Math.Max(0, Joint(order[0], code) - 1))!];
    }

    /// <summary>The group of so many that was named last, for "ba nước"; null where none was.</summary>
    public IReadOnlyList<string>? GroupOf(int count) => groups.GetValueOrDefault(count);

    /// <summary>Whether the last pair was named in the paragraph at hand.</summary>
    public bool IsPairFresh { get; set; }

    /// <summary>The two actors that the whole story names most, known from the first pass; empty in it.</summary>
    public IReadOnlyList<string> MainPair { get; init; } = [];

    /// <summary>The lesser side is named at least once for so many times that the greater is: who only comes by in a story of another is no side.</summary>
    private const int LeastShare = 4;

    /// <summary>Whether the story is one of two sides: they are named more than all others together.</summary>
    public bool IsOfTwo { get; init; }

    /// <summary>In a story of two sides the other one of somebody who is one of them; empty in any other story, for anybody else and for several.</summary>
    public IReadOnlyList<string> OtherSideOf(IReadOnlyList<string> codes) =>
        IsOfTwo && codes is [var one] && MainPair.Contains(one) ? [.. MainPair.Where(code => code != one)] : [];

    /// <summary>Who accused or blamed each actor last: a denial without words for it answers them.</summary>
    public Grievances Accusers { get; } = new();

    /// <summary>Who asked something of each actor last: a refusal answers them.</summary>
    public Grievances Askers { get; } = new();

    /// <summary>Who did what was told last: "quyết định này" is theirs.</summary>
    private IReadOnlyList<string> lastDoer = [];

    /// <summary>Who did what the story is about: its first deed.</summary>
    private IReadOnlyList<string> protagonist = [];

    private bool isDoerFresh;

    private readonly Dictionary<string, IReadOnlyList<string>> doers = new(StringComparer.Ordinal);

    /// <summary>The acts told so far: "lệnh này" points back to one of them.</summary>
    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>Who did an act last, for "lên án vụ phóng", "đuổi lại hai người"; nobody where none was told.</summary>
    public IReadOnlyList<string> DoerOf(string act) => doers.GetValueOrDefault(act) ?? [];

    /// <summary>Whom the paragraph blamed or punished last: "Brazil và Chile đồng loạt lên án" after it is aimed there too.</summary>
    public IReadOnlyList<string> LastBlamed { get; private set; } = [];

    /// <summary>Remembers whom words blamed, or a deed struck that joins the first one's.</summary>
    public void Blame(string act, IReadOnlyList<string> source, IReadOnlyList<string> target)
    {
        if (target is [var blamed] && act is "criticize" or "accuse" or "accuse-breach" or "sever-relations" or "recall" or "summon")
            foreach (var outsider in source.Except(MainPair)) blame.Add((outsider, blamed));
        if (target.Count > 0 && (act is "criticize" or "accuse" or "accuse-breach" || act is "sever-relations" or "recall" or "expel" or "sanction" or "summon" && !protagonist.Intersect(source).Any())) LastBlamed = target;
    }

    private readonly HashSet<(string Outsider, string Blamed)> blame = [];

    /// <summary>Whom several have blamed who are none of the two that the story is about, so that further outsiders blame the same; nobody where there is none such, or more than one.</summary>
    private IReadOnlyList<string> Culprit =>
        blame.GroupBy(one => one.Blamed).Where(one => one.Count() > 1).Select(one => one.Key).ToList() is [var only] ? [only] : [];

    private readonly HashSet<string> commentators = new(StringComparer.Ordinal);

    /// <summary>Remembers who judged what others did.</summary>
    public void Judged(IReadOnlyList<string> source) => commentators.UnionWith(source);

    /// <summary>Whether somebody has done nothing so far but judge others: who judges after him means those others too.</summary>
    public bool IsCommentator(string code) => commentators.Contains(code) && !HasActed(code) && !MainPair.Contains(code);

    private bool HasActed(string code) => doers.Any(one => !IsTalk(one.Key) && one.Value.Contains(code));

    /// <summary>To meet, to open a session and to go between are no steps that others judge.</summary>
    private static bool IsTalk(string act) => act is "meet" or "negotiate" or "convene" or "mediate";

    /// <summary>Remembers a deed and who did it.</summary>
    public void Did(string act, IReadOnlyList<string> source)
    {
        if (source.Count == 0) return;
        doers[act] = source;
        if (IsTalk(act)) return;
        if (protagonist.Count == 0) protagonist = source;
        (lastDoer, isDoerFresh) = (source, true);
    }

    private readonly List<(IReadOnlyList<string> Source, string? Agreement)> matters = [];

    /// <summary>Remembers which agreement was behind what somebody did or said.</summary>
    public void Matter(IReadOnlyList<string> source, string? agreement) => matters.Add((source, agreement));

    /// <summary>The agreement behind the last that one of these did or said, or behind the last of anybody but the speaker where these are none; null where there was none.</summary>
    /// <param name="onOne">Whether only what was about an agreement is looked at.</param>
    public string? MatterOf(IReadOnlyList<string> speaker, IReadOnlyList<string> others, bool onOne)
    {
        var last = matters.FindLastIndex(one => (one.Agreement is not null || !onOne) && (others.Count > 0 ? one.Source.Intersect(others).Any() : !one.Source.Intersect(speaker).Any()));
        return last < 0 ? null : matters[last].Agreement;
    }

    /// <summary>Who was told last to be leaving what; null where nobody was.</summary>
    public Leaver? Leaver { get; set; }

    /// <summary>Whose deed others speak of: of the last one in the paragraph, else of the one that the story is about. Nobody speaks of his own so.</summary>
    public IReadOnlyList<string> DoerUnderDiscussion(IReadOnlyList<string> speaker)
    {
        if (isDoerFresh && !lastDoer.Intersect(speaker).Any()) return lastDoer;
        if (!MainPair.Intersect(speaker).Any() && Culprit is { Count: > 0 } culprit && !culprit.Intersect(speaker).Any()) return culprit;
        return protagonist.Intersect(speaker).Any() ? lastDoer.Except(speaker).ToList() : protagonist;
    }

    /// <summary>Who did the last step that the paragraph has told; nobody where it has told none.</summary>
    public IReadOnlyList<string> DoerHere => isDoerFresh ? lastDoer : [];

    /// <summary>Whom each act was aimed at last: "Moldova trục xuất 3 người" after others expelled Russians.</summary>
    public Dictionary<string, IReadOnlyList<string>> LastTargets { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody was told of so far only as one to whom something was done.</summary>
    public bool IsVictim(string code) => LastTargets.Any(one => one.Key is "sanction" or "attack" or "coerce" or "expel" or "withdraw" or "announce-withdrawal" or "suspend" && one.Value.Contains(code)) && !HasActed(code);

    /// <summary>The one whose envoys others have just struck in the paragraph; nobody where there are several, or none but those who strike now.</summary>
    public IReadOnlyList<string> StruckHere(IReadOnlyList<string> source)
    {
        var struck = new[] { "sever-relations", "expel", "recall", "summon", "close-mission" }.Select(act => LastTargets.GetValueOrDefault(act)).OfType<IReadOnlyList<string>>()
            .Where(target => target.All(named.Contains) && !target.Any(source.Contains)).ToList();
        return struck.Count > 0 && struck.TrueForAll(target => target.SequenceEqual(struck[0])) ? struck[0] : [];
    }

    /// <summary>The agreement named last, for "hiệp ước này".</summary>
    public string? LastAgreement { get; set; }

    /// <summary>The agreement that the story is about: named in its title or lead, or more than once; null where no agreement is.</summary>
    public string? Subject { get; set; }

    /// <summary>The agreements of the story and how often each is named; those in the title count more.</summary>
    public Dictionary<string, int> Agreements { get; } = new(StringComparer.Ordinal);

    /// <summary>The two that what happens between two happens between: those named last in one breath, the only two of the paragraph, or the story's own; nobody where it is of more.</summary>
    public IReadOnlyList<string> BothSides() => LastJoint.Count == 2 ? LastJoint : named.Count == 2 ? [.. named] : IsOfTwo && (named.Count < 2 || MainPair.All(named.Contains)) ? MainPair : [];

    /// <summary>The memory of the second pass, that knows what the first one learned.</summary>
    public static StoryMemory After(StoryMemory first, People people)
    {
        var main = first.Main();
        var isOfTwo = main.Count == 2 && first.Mentions(main[1]) * LeastShare >= first.Mentions(main[0]) && main.Sum(first.Mentions) > first.MostMentioned.Skip(2).Sum(first.Mentions);
        return new(people) { MainPair = main, IsOfTwo = isOfTwo };
    }

    /// <summary>A new paragraph: what only the last one had in mind is forgotten.</summary>
    public void Turn()
    {
        named.Clear();
        (LastSubject, IsPairFresh, LastJoint, isDoerFresh, LastBlamed, LastGroup) = (null, false, [], false, [], []);
    }

    /// <summary>Whose names are whose, the same for all sections of a story.</summary>
    public People People => people;

    public void Bind(string name, string code) => people.Bind(name, code);

    public string? CodeOf(string name) => people.CodeOf(name);

    public int Mentions(string code) => mentions.GetValueOrDefault(code);

    /// <summary>Those named most first; of equals those that were named first.</summary>
    public IEnumerable<string> MostMentioned => firstNamed.OrderByDescending(Mentions);

    public void Mention(string code)
    {
        if (!mentions.ContainsKey(code)) firstNamed.Add(code);
        mentions[code] = mentions.GetValueOrDefault(code) + 1;
    }

    private readonly List<string> firstNamed = [];

    /// <summary>Whom the paragraph has named so far as taking part, the last one last; where something happened names nobody.</summary>
    public IReadOnlyList<string> Named => named;

    public void Name(PhraseSet phrases)
    {
        foreach (var actor in phrases.Actors)
            if (actor.Governor is not (Governor.Place or Governor.According)) Name(actor.Codes);
        foreach (var thing in phrases.Things) Name(thing.Owners);
    }

    private void Name(IReadOnlyList<string> codes)
    {
        for (var at = 0; at < codes.Count; at++)
        {
            if (named.Count > 0 && named[^1] == codes[at]) continue;
            named.Remove(codes[at]);
            named.Add(codes[at]);
        }
    }

    private readonly List<string> named = [];
}

/// <summary>Those who are leaving an agreement, and which.</summary>
public sealed record Leaver(IReadOnlyList<string> Source, string? Agreement);
