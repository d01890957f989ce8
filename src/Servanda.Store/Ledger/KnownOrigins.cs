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

    private readonly AskedLately<long, KnownOrigin> kept = new(Kept);

    /// <summary>By page; readings that are not live are left out.</summary>
    public Dictionary<string, KnownOrigin> Of(IEnumerable<long> readings)
    {
        var found = new Dictionary<string, KnownOrigin>(StringComparer.Ordinal);
        var missing = new List<long>();
        foreach (var reading in readings)
        {
            if (kept.TryGetValue(reading, out var known)) found[known.Origin.Page] = known;
            else missing.Add(reading);
        }
        foreach (var (reading, origin) in EventMerger.OriginsOf(database, missing)) found[origin.Page] = kept.Keep(reading, new(origin, PrintOf(origin)));
        return found;
    }

    private static byte[] PrintOf(PageOrigin origin) =>
        Encoding.UTF8.GetBytes($"{origin.Outlet}|{string.Join('\n', origin.Credits)}|{(origin.Signature is { } signature ? Convert.ToHexStringLower(Signatures.Written(signature)) : "")}\0");
}
