// The words of a story with their places in it, as PostgreSQL takes a tsvector in a binary copy: its own way to them cost half of what filling a ledger cost its server.
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Servanda.Store;

/// <summary>
/// Words of folded text (<see cref="SearchWords"/>) stand between spaces; those of the title have weight A and come first. What a tsvector cannot hold is left out: words of more than 2046 bytes,
/// the 256th place of a word and those behind it, and what sorts behind a megabyte of words. Places beyond 16383 count as that one.
/// </summary>
internal static class WordVector
{
    public const int LongestWord = 2046;

    private const int LastPlace = 16383, MostPlaces = 255, MostBytes = 1_000_000;

    /// <summary>A, in the two highest bits of a place.</summary>
    private const ushort OfTitle = 3 << 14;

    private readonly record struct Token(int Start, int Length, ushort Place);

    /// <summary>The words of folded text, in order. A character of two surrogates is part of a word where it is a letter or a digit.</summary>
    public static string[] Words(string folded) => Parted(folded).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Written for speed: each word is sorted as the number that its first eight bytes are, which is all of most words.</summary>
    public static byte[] Of(string title, string body)
    {
        var text = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(title.Length + body.Length));
        try
        {
            var (heads, tokens) = (new List<ulong>(body.Length / 4), new List<Token>(body.Length / 4));
            var length = Encoding.UTF8.GetBytes(Parted(title), text);
            Take(text, 0, length, OfTitle, heads, tokens);
            Take(text, length, length + Encoding.UTF8.GetBytes(Parted(body), text.AsSpan(length)), 0, heads, tokens);
            return Written(text, [.. heads], tokens);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private static string Parted(string folded)
    {
        if (!folded.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return folded;
        var parted = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) parted.Append(rune.ToString());
            else parted.Append(' ');
        }
        return parted.ToString();
    }

    private static void Take(byte[] text, int from, int end, ushort weight, List<ulong> heads, List<Token> tokens)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        while (from < end)
        {
            var length = text.AsSpan(from, end - from).IndexOf((byte)' ');
            if (length < 0) length = end - from;
            if (length is > 0 and <= LongestWord)
            {
                head.Clear();
                text.AsSpan(from, Math.Min(length, head.Length)).CopyTo(head);
                heads.Add(BinaryPrimitives.ReadUInt64BigEndian(head));
                tokens.Add(new(from, length, (ushort)(Math.Min(tokens.Count + 1, LastPlace) | weight)));
            }
            from += length + 1;
        }
    }

    private static byte[] Written(byte[] text, ulong[] heads, List<Token> tokens)
    {
        int[] order = [.. Enumerable.Range(0, heads.Length)];
        Array.Sort(heads, order);
        // Of each token at most its bytes, the zero behind them, the number of its places, and its place.
        var buffer = ArrayPool<byte>.Shared.Rent(sizeof(int) + tokens.Sum(token => token.Length + 1 + 2 * sizeof(ushort)));
        try
        {
            var (words, length) = (0, sizeof(int));
            for (var (from, to) = (0, 0); from < order.Length && length < MostBytes; from = to)
            {
                for (to = from + 1; to < order.Length && heads[to] == heads[from];) to++;
                for (var same = InOrder(text, tokens, order.AsSpan(from, to - from)); !same.IsEmpty && length < MostBytes; words++) length += WriteWord(text, tokens, ref same, buffer.AsSpan(length));
            }
            BinaryPrimitives.WriteInt32BigEndian(buffer, words);
            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Tokens of one head by their bytes, then by where they stand.</summary>
    private static Span<int> InOrder(byte[] text, List<Token> tokens, Span<int> same)
    {
        if (same.Length == 1) return same;
        // Shorter words are all of their head.
        if (tokens[same[0]].Length < sizeof(ulong)) same.Sort();
        else same.Sort((a, b) => BytesOf(text, tokens[a]).SequenceCompareTo(BytesOf(text, tokens[b])) is not 0 and var order ? order : a.CompareTo(b));
        return same;
    }

    /// <summary>The first word of these tokens, which it is taken from.</summary>
    private static int WriteWord(byte[] text, List<Token> tokens, ref Span<int> left, Span<byte> buffer)
    {
        var word = BytesOf(text, tokens[left[0]]);
        word.CopyTo(buffer);
        buffer[word.Length] = 0;
        var (of, places, last) = (0, 0, 0);
        var at = word.Length + 1 + sizeof(ushort);
        while (of < left.Length && BytesOf(text, tokens[left[of]]).SequenceEqual(word))
        {
            var place = tokens[left[of++]].Place;
            if (places == MostPlaces || (place & LastPlace) == last) continue;
            last = place & LastPlace;
            BinaryPrimitives.WriteUInt16BigEndian(buffer[at..], place);
            (places, at) = (places + 1, at + sizeof(ushort));
        }
        BinaryPrimitives.WriteUInt16BigEndian(buffer[(word.Length + 1)..], (ushort)places);
        left = left[of..];
        return at;
    }

    private static ReadOnlySpan<byte> BytesOf(byte[] text, Token token) => text.AsSpan(token.Start, token.Length);
}
