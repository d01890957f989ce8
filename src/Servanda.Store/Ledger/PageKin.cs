// The other pages of a story: copies of its text wherever they stand, and other versions at its address.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A page that carries the story of another. <see cref="Similarity"/> is 1 for the same words, else the estimated share of common four-word runs.</summary>
public sealed record PageCopy(PageCard Page, double Similarity);

/// <summary>What a page has to do with others. Copies are by similarity, versions by the day they were fetched; both leave out the page itself.</summary>
public sealed record PageKin(IReadOnlyList<PageCopy> Copies, IReadOnlyList<(PageCard Page, Edtf? Captured)> Versions);

public sealed partial class LedgerStore
{
    /// <summary>Copies and versions of a page. Looks at the signatures of all stories: some seconds in a ledger of a million pages.</summary>
    public PageKin Kin(string page) => database.Read(() =>
    {
        var copies = CopiesOf(page);
        var versions = database.Query(
            """
            select distinct p.id, o.captured from sighting s join page q on q.no = s.page join sighting o on o.address = s.address and o.page <> s.page join page p on p.no = o.page
            where q.id = @page and s.address <> '' order by o.captured, p.id
            """,
            row => (Id: row.GetString(0), Captured: row.GetString(1) is { Length: > 0 } day ? Edtf.Parse(day) : null), ("@page", page)).DistinctBy(version => version.Id).ToList();
        var cards = new EventFiles(database).Cards([.. copies.Select(copy => copy.Id).Concat(versions.Select(version => version.Id)).Distinct(StringComparer.Ordinal)]);
        return new PageKin(
            [.. copies.Where(copy => cards.ContainsKey(copy.Id)).Select(copy => new PageCopy(cards[copy.Id], copy.Similarity))],
            [.. versions.Where(version => cards.ContainsKey(version.Id)).Select(version => (cards[version.Id], version.Captured))]);
    });

    private List<(string Id, double Similarity)> CopiesOf(string page)
    {
        var own = database.First("select r.signature from reading r join page p on p.no = r.page where p.id = @page and r.live = 1", row => Signatures.Read((byte[])row.GetValue(0)), ("@page", page));
        var copies = new List<(long Page, double Similarity)>();
        if (own is null) return [];
        database.Each("select page, signature from reading where live = 1", row =>
        {
            var similarity = own.Similarity(Signatures.Read((byte[])row.GetValue(1)));
            if (similarity >= StorySignature.Copy) copies.Add((row.GetInt64(0), similarity));
        });
        var ids = database.Query($"select no, id from page where {database.In("no", "@pages")}", row => (No: row.GetInt64(0), Id: row.GetString(1)), ("@pages", database.List(copies.Select(copy => copy.Page)))).ToDictionary(row => row.No, row => row.Id);
        return [.. copies.Select(copy => (Id: ids[copy.Page], copy.Similarity)).Where(copy => copy.Id != page).OrderByDescending(copy => copy.Similarity).ThenBy(copy => copy.Id, StringComparer.Ordinal)];
    }
}
