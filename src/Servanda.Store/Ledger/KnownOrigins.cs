// The origins of pages by their live readings, kept for a while because events next to each other are told on the same pages.
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <param name="Print">What of a page takes part in the hash of a block.</param>
internal sealed record KnownOrigin(PageOrigin Origin, byte[] Print);

internal sealed class KnownOrigins(LedgerDatabase database)
{
    /// <summary>So many are kept at least, and twice as many at most.</summary>
    private const int Kept = 5000;

    /// <summary>Those asked for lately, and those asked for before them.</summary>
    private Dictionary<long, KnownOrigin> late = [], early = [];

    /// <summary>By page; readings that are not live are left out.</summary>
    public Dictionary<string, KnownOrigin> Of(IEnumerable<long> readings)
    {
        var found = new Dictionary<string, KnownOrigin>(StringComparer.Ordinal);
        var missing = new List<long>();
        foreach (var reading in readings)
        {
            if (late.TryGetValue(reading, out var known)) found[known.Origin.Page] = known;
            else if (early.TryGetValue(reading, out known)) found[known.Origin.Page] = Keep(reading, known);
            else missing.Add(reading);
        }
        foreach (var (reading, origin) in EventMerger.OriginsOf(database, missing)) found[origin.Page] = Keep(reading, new(origin, PrintOf(origin)));
        return found;
    }

    private KnownOrigin Keep(long reading, KnownOrigin origin)
    {
        if (late.Count >= Kept) (early, late) = (late, []);
        return late[reading] = origin;
    }

    private static byte[] PrintOf(PageOrigin origin) =>
        Encoding.UTF8.GetBytes($"{origin.Outlet}|{string.Join('\n', origin.Credits)}|{(origin.Signature is { } signature ? Convert.ToHexStringLower(Signatures.Written(signature)) : "")}\0");
}
