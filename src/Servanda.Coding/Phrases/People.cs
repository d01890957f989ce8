// Which names of people belong to which actor, as a story says it.
namespace Servanda.Coding;

/// <summary>Filled while a story is read. Whose a name is may be said after it was first used: <paramref name="first"/> is what the first pass learned.</summary>
public sealed class People(People? first)
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public void Bind(string name, string code) => codes.TryAdd(name, code);

    public string? CodeOf(string name) => codes.GetValueOrDefault(name) ?? first?.CodeOf(name);
}
