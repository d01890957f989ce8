// Pages as they were made, kept until the ledger changes: what many ask for is made once.
using System.Collections.Concurrent;

namespace Servanda.Web;

/// <summary>Bounded by letters; when there are too many, all go. What differs from visitor to visitor is filled in when a page is given out (<see cref="Blanks"/>).</summary>
internal sealed class KeptPages
{
    private const long MostLetters = 32 << 20;

    private readonly ConcurrentDictionary<string, (string Of, Lazy<PageBody> Page)> pages = new(StringComparer.Ordinal);
    private long letters;

    /// <param name="key">All that the page depends on, but the ledger.</param>
    /// <param name="stamp">The state of the ledger.</param>
    public PageBody Of(string key, string stamp, Func<PageBody> make)
    {
        var mine = new Lazy<PageBody>(() =>
        {
            var page = make();
            if (Interlocked.Add(ref letters, page.Body.ToString().Length) > MostLetters)
            {
                pages.Clear();
                Interlocked.Exchange(ref letters, 0);
            }
            return page;
        });
        var entry = pages.AddOrUpdate(key, _ => (stamp, mine), (_, before) => before.Of == stamp ? before : (stamp, mine));
        try
        {
            return entry.Page.Value;
        }
        catch
        {
            pages.TryRemove(new(key, entry));
            throw;
        }
    }
}
