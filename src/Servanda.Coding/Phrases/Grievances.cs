// Who last turned on whom in a story.
namespace Servanda.Coding;

/// <summary>For each actor, those who accused it or asked something of it last.</summary>
public sealed class Grievances
{
    private readonly Dictionary<string, IReadOnlyList<string>> last = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<string> from, IReadOnlyList<string> against)
    {
        if (from.Count == 0) return;
        foreach (var code in against) last[code] = from;
    }

    /// <summary>Those who turned on any of the actors last; nobody where none did.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> actors) => actors.SelectMany(code => last.GetValueOrDefault(code) ?? []).Distinct().Except(actors).ToList();
}
