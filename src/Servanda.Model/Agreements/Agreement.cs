// An agreement as data: names, parties, provisions with their articles, and the register of established acts.
using NodaTime;

namespace Servanda.Model;

/// <summary>What an agreement is in law: a regime of practice (staff ceilings, travel rules) and a mission are agreements here, because acts are done to them.</summary>
public enum AgreementKind { Treaty, Political, Practice, Institution, Mission, DomesticLaw }

/// <summary>How much a source is worth, best first. One of the first three, or two <see cref="Reputable"/> ones of different publishers, verify a value.</summary>
public enum SourceClass { TreatyText, Depositary, Government, Reputable }

/// <summary>A place where a value was read, by the key that the agreement's file gives it.</summary>
/// <param name="Checked">The day on which it was read for this file.</param>
public sealed record Citation(string Key, string Title, string Address, SourceClass Class, LocalDate Checked);

/// <summary>What a value of an agreement's file rests on.</summary>
/// <param name="Article">The provision as the agreement numbers it, <c>XV(2)</c>; null where it rests on none.</param>
/// <param name="Sources">Keys of <see cref="Agreement.Sources"/>; empty: from memory.</param>
/// <param name="Verified">Follows from the classes of the sources; a file may lower it, never raise it.</param>
/// <param name="Line">The 1-based line of the file.</param>
public sealed record Ground(string? Article, IReadOnlyList<string> Sources, bool Verified, string? Note = null, int Line = 0)
{
    public static Ground Memory { get; } = new(null, [], false);
}

/// <summary>An agreement's file, loaded. Names are by language (ISO 639-1), the first one is shown.</summary>
public sealed record Agreement
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; }

    /// <summary>Names that mean other things too: such a name counts only where one of these words stands in the same story.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public AgreementKind Kind { get; init; }

    /// <summary>The organisation whose membership the agreement is (<c>WHO</c>), null for most.</summary>
    public string? Body { get; init; }

    public IReadOnlyList<string> Depositaries { get; init; } = [];

    /// <summary>All who can be party, where nobody else can: both sides of a bilateral agreement; empty where it is open to others.</summary>
    public IReadOnlyList<string> PartiesClosed { get; init; } = [];

    /// <summary>Whether <see cref="Parties"/> lists everyone who ever signed or was bound: who is not in it is not a party, instead of unknown.</summary>
    public bool PartiesComplete { get; init; }

    public IReadOnlyList<PartyEntry> Parties { get; init; } = [];

    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    public IReadOnlyList<RegisterAct> Register { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether <see cref="Register"/> holds every notice given by the day on which the file was checked: then a notice that it lacks was not given.</summary>
    public bool RegisterComplete { get; init; }

    /// <summary>Words that show that a text speaks of it, besides its names.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>Agreements whose rules this one rests on: a practice under the conventions, a protocol under its treaty.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>The day on which the file as a whole was last gone through.</summary>
    public LocalDate Checked { get; init; }

    public string? Note { get; init; }

    public IEnumerable<T> Of<T>() where T : Provision => Provisions.OfType<T>();

    /// <summary>Whether one party's leaving ends it: nobody is left to keep it with.</summary>
    public bool IsBilateral => PartiesClosed.Count == 2;

    /// <summary>This agreement with what a user's own file adds: names, parties and acts that it has too are replaced, provisions and everything else are added.</summary>
    public Agreement With(Agreement added) => this with
    {
        Names = Joined(Names, added.Names),
        Context = Joined(Context, added.Context),
        Depositaries = [.. Depositaries.Union(added.Depositaries, StringComparer.Ordinal)],
        Parties = [.. Parties.Where(entry => added.Parties.All(other => other.Party != entry.Party)).Concat(added.Parties).OrderBy(entry => entry.Party, StringComparer.Ordinal)],
        PartiesComplete = PartiesComplete || added.PartiesComplete,
        Provisions = [.. Provisions, .. added.Provisions],
        Register = [.. Register.Where(act => added.Register.All(other => other.Id != act.Id)), .. added.Register],
        RegisterComplete = RegisterComplete || added.RegisterComplete,
        Conditions = [.. Conditions, .. added.Conditions],
        Marks = [.. Marks.Union(added.Marks, StringComparer.Ordinal)],
        Sources = [.. Sources, .. added.Sources],
        RestsOn = [.. RestsOn.Union(added.RestsOn, StringComparer.Ordinal)],
        Checked = added.Checked,
        Note = added.Note ?? Note,
    };

    private static SortedDictionary<string, IReadOnlyList<string>> Joined(IReadOnlyDictionary<string, IReadOnlyList<string>> these, IReadOnlyDictionary<string, IReadOnlyList<string>> those)
    {
        var all = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, words) in these.Concat(those)) all[key] = [.. (all.GetValueOrDefault(key) ?? []).Union(words, StringComparer.Ordinal)];
        return all;
    }

    public Citation? Source(string key) => Sources.FirstOrDefault(source => source.Key == key);
}
