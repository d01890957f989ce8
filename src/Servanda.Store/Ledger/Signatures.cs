// Story signatures as bytes.
using System.Buffers.Binary;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The 32 bytes of the text's hash, then each class's smallest hash in 4 bytes, lowest first.</summary>
internal static class Signatures
{
    private const int HashLength = 32;

    public static byte[] Written(StorySignature signature)
    {
        var bytes = new byte[HashLength + 4 * signature.Smallest.Count];
        Convert.FromHexString(signature.Text).CopyTo(bytes, 0);
        for (var i = 0; i < signature.Smallest.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HashLength + 4 * i), signature.Smallest[i]);
        return bytes;
    }

    public static StorySignature Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HashLength || (bytes.Length - HashLength) % 4 != 0) throw new LedgerException(LedgerFault.Damaged, "The signature of a story in the ledger is cut short.") { Says = new("ledger.row", "signature") };
        var smallest = new uint[(bytes.Length - HashLength) / 4];
        for (var i = 0; i < smallest.Length; i++) smallest[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(HashLength + 4 * i)..]);
        return new(Convert.ToHexStringLower(bytes[..HashLength]), smallest);
    }
}
