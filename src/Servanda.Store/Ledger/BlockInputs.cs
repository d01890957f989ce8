// The hash of what the events of a block were made from.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// The sum of the hashes of all that takes part: each report with the origin of its page, and each ruling. So the order does not count, and a block that grows needs no look at what was in it.
/// 32 hexadecimal digits.
/// </summary>
internal sealed class BlockInputs(string foldVersion)
{
    private readonly byte[] version = Encoding.UTF8.GetBytes(foldVersion);

    public string Of(IEnumerable<RawReport> reports, IReadOnlyDictionary<string, KnownOrigin> origins, IReadOnlyList<Ruling> rulings) => Plus("", reports, origins, rulings);

    /// <summary>Those of a block that had these inputs before the reports came.</summary>
    public string Plus(string before, IEnumerable<RawReport> reports, IReadOnlyDictionary<string, KnownOrigin> origins, IReadOnlyList<Ruling> rulings)
    {
        var sum = UInt128.TryParse(before, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var known) ? known : UInt128.Zero;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var report in reports) Add(report.Content, origins.TryGetValue(report.Report.Page, out var origin) ? origin.Print : []);
        foreach (var ruling in rulings) Add(Encoding.UTF8.GetBytes(LedgerText.Of(ruling)), []);
        return sum.ToString("x32", CultureInfo.InvariantCulture);

        void Add(byte[] part, byte[] print)
        {
            hash.AppendData(version);
            hash.AppendData([0]);
            hash.AppendData(part);
            hash.AppendData([0]);
            hash.AppendData(print);
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            hash.GetHashAndReset(digest);
            sum = unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(digest));
        }
    }
}
