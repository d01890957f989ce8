// The numbered steps that bring a ledger's schema from any earlier version to this one; forward only.
using System.Reflection;

namespace Servanda.Store;

/// <summary>A step: its number from 1, its name, and its statements, which run in one transaction.</summary>
internal sealed record Migration(int Number, string Name, string Sql);

internal static class Migrations
{
    /// <summary>The steps of a backend (<c>sqlite</c>, <c>postgres</c>), in order; they stand as numbered .sql files in the assembly.</summary>
    public static IReadOnlyList<Migration> Of(string backend)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"migrations/{backend}/";
        var found = assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select((name, i) =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new Migration(i + 1, name[prefix.Length..], reader.ReadToEnd());
        }).ToList();
        return found.Count > 0 ? found : throw new ArgumentException($"There are no migrations for '{backend}'; there are for sqlite and postgres.", nameof(backend));
    }
}
