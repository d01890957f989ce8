// What a story has said so far: who was named, which names belong to whom, which agreement it is about.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>The memory that anaphora and bare names are resolved against. One per story, filled from left to right.</summary>
public sealed class StoryMemory
{
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> mentions = new(StringComparer.Ordinal);

    /// <summary>The state named last in a place where "nước này" can mean it.</summary>
    public string? LastState { get; set; }

    public string? LastBody { get; set; }

    /// <summary>The actors of the last subject: for sentences that begin with a verb or "ông".</summary>
    public ActorPhrase? LastSubject { get; set; }

    public string? LastPerson { get; set; }

    /// <summary>Who spoke last, for "chúng tôi".</summary>
    public IReadOnlyList<string> LastSpeaker { get; set; } = [];

    /// <summary>The two actors named last together or one after the other, for "hai bên".</summary>
    public IReadOnlyList<string> LastPair { get; set; } = [];

    /// <summary>The two actors that the whole story names most, known from the first pass; empty in it.</summary>
    public IReadOnlyList<string> MainPair { get; init; } = [];

    /// <summary>Who accused whom last: a denial without words for it answers that.</summary>
    public (IReadOnlyList<string> Source, IReadOnlyList<string> Target) LastAccusation { get; set; } = ([], []);

    /// <summary>Who did what was told last: "quyết định này" is theirs.</summary>
    public IReadOnlyList<string> LastDoer { get; set; } = [];

    /// <summary>Whom each act was aimed at last: "Moldova trục xuất 3 người" after others expelled Russians.</summary>
    public Dictionary<string, IReadOnlyList<string>> LastTargets { get; } = new(StringComparer.Ordinal);

    /// <summary>The agreement named last, for "hiệp ước này".</summary>
    public string? LastAgreement { get; set; }

    /// <summary>The agreement that the story is about: named in its title or lead, or more than once; null where no agreement is.</summary>
    public string? Subject { get; set; }

    /// <summary>The agreements of the story and how often each is named; those in the title count more.</summary>
    public Dictionary<string, int> Agreements { get; } = new(StringComparer.Ordinal);

    public void Bind(string name, string code) => people.TryAdd(name, code);

    public string? CodeOf(string name) => people.GetValueOrDefault(name);

    public int Mentions(string code) => mentions.GetValueOrDefault(code);

    public IEnumerable<string> MostMentioned => mentions.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key);

    public void Mention(string code) => mentions[code] = mentions.GetValueOrDefault(code) + 1;
}
