// What a ledger holds, as one hash: two ledgers with the same pages, reports and rulings have the same.
using System.Security.Cryptography;
using System.Text;

namespace Servanda.Store;

public sealed partial class LedgerStore
{
    /// <summary>
    /// 32 lower-case hexadecimal digits over all live reports and all rulings, by id. Nothing of when, where or in which order pages were read is part of it.
    /// </summary>
    public string ContentHash()
    {
        RequireMerged();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add("select id, content from report where live = 1 and id > @after order by id limit @limit");
        Add("select id, content from ruling where id > @after order by id limit @limit");
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));

        void Add(string portion)
        {
            for (var after = ""; ;)
            {
                var rows = database.Query(portion, row => (Id: row.GetString(0), Content: row.GetString(1)), ("@after", after), ("@limit", Page));
                foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes($"{row.Id}\n{row.Content}\n"));
                if (rows.Count < Page) return;
                after = rows[^1].Id;
            }
        }
    }
}
