// Which names of people belong to which actor, as a story says it.
namespace Servanda.Coding;

/// <summary>Filled while a story is read. Whose a name is may be said after it was first used: <paramref name="first"/> is what the first pass learned.</summary>
public sealed class People(People? first)
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public void Bind(string name, string code) => codes.TryAdd(name, code);

    private readonly Dictionary<(string Office, string Code), string> holders = [];

    /// <summary>Remembers who holds an office of a state or body, by the last word of the name.</summary>
    public void Hold(string office, string code, string name) => holders.TryAdd((office, code), name);

    /// <summary>Whether an office of a state or body is known to be held by somebody of another name: then its holder of this name is another's.</summary>
    /// <param name="name">The whole name, in which the known one may stand.</param>
    public bool IsHeldByAnother(string office, string code, string name) =>
        holders.TryGetValue((office, code), out var holder) ? !name.Split(' ').Contains(holder, StringComparer.Ordinal) : first?.IsHeldByAnother(office, code, name) == true;

    private readonly HashSet<(string Office, string Code)> natives = [];

    /// <summary>Remembers an office whose holder bears a name of the language's own country.</summary>
    public void Native(string office, string code) => natives.Add((office, code));

    /// <summary>Whose an office is that is named without state or name: that of the language's own country where the story has its holder, else of the only one whose holder it names. Null where it has none, or several.</summary>
    public string? HolderOf(string office) =>
        Natives(office).FirstOrDefault() ?? (Holders(office).Distinct().ToList() is [var only] ? only : null);

    private IEnumerable<string> Natives(string office) => natives.Where(one => one.Office == office).Select(one => one.Code).Concat(first?.Natives(office) ?? []);

    private IEnumerable<string> Holders(string office) => holders.Keys.Where(one => one.Office == office).Select(one => one.Code).Concat(first?.Holders(office) ?? []);

    public string? CodeOf(string name) => codes.GetValueOrDefault(name) ?? first?.CodeOf(name);
}
