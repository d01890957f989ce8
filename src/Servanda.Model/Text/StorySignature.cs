// By what a story is known again when another page carries it, whole or changed.
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Servanda.Model;

/// <summary>
/// A story's words, short enough to be compared with a million others. Title, chrome, byline, credit and captions take no part, nor do case and punctuation. Copies with a
/// word changed are known by it, and those with a paragraph more or less.
/// </summary>
/// <param name="Text">SHA-256 of the words, lower-case hex: equal for exact copies.</param>
/// <param name="Smallest">The smallest hash in each of <see cref="Length"/> classes of four-word runs (MinHash with one permutation: Li, Owen, Zhang 2012; empty classes
/// filled from their neighbours: Shrivastava, Li 2014). Empty for stories too short to be compared.</param>
public sealed record StorySignature(string Text, IReadOnlyList<uint> Smallest)
{
    /// <summary>The number of classes.</summary>
    public const int Length = 64;

    /// <summary>From this share on two stories are one text with changes: syndicated, re-posted or updated.</summary>
    public const double Copy = 0.6;

    private const int BandLength = 4;
    private const int Run = 4;
    private const int FewestRuns = 20;

    /// <summary>Folds the words of lead, headings and body, hashes every run of four, and keeps the smallest hash of each class.</summary>
    public static StorySignature Of(Story story)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var smallest = new uint[Length];
        Array.Fill(smallest, uint.MaxValue);
        Span<ulong> last = stackalloc ulong[Run];
        var folded = new char[256];
        int length = 0, words = 0;
        foreach (var block in story.Blocks)
        {
            if (!block.IsCoded || block.Kind == BlockKind.Title) continue;
            var span = block.Span.Of(story.Text);
            for (var i = 0; i < span.Length;)
            {
                if (!char.IsLetterOrDigit(span[i]))
                {
                    i++;
                    continue;
                }
                var hash = 14695981039346656037UL;
                for (; i < span.Length && char.IsLetterOrDigit(span[i]); i++)
                {
                    var c = char.ToLowerInvariant(span[i]);
                    hash = (hash ^ c) * 1099511628211UL;
                    if (length == folded.Length - 1) Flush(sum, folded, ref length);
                    folded[length++] = c;
                }
                folded[length++] = ' ';
                if (length >= folded.Length - 1) Flush(sum, folded, ref length);
                last[words++ & Run - 1] = hash;
                if (words >= Run) Keep(smallest, last, words);
            }
        }
        Flush(sum, folded, ref length);
        return new StorySignature(Convert.ToHexStringLower(sum.GetHashAndReset()), words - Run + 1 < FewestRuns ? [] : Filled(smallest));
    }

    private static void Keep(uint[] smallest, ReadOnlySpan<ulong> last, int words)
    {
        var run = 0UL;
        for (var k = 0; k < Run; k++) run = (run ^ last[words + k & Run - 1]) * 0x9E3779B97F4A7C15UL + 0x7F4A7C15UL;
        run ^= run >> 32;
        run *= 0xD6E8FEB86659FD93UL;
        run ^= run >> 32;
        ref var least = ref smallest[(int)(run >> 58)];
        var value = (uint)run;
        if (value < least) least = value;
    }

    // An empty class takes the value of the next that has one, marked by the distance, so that equal stories fill it equally.
    private static uint[] Filled(uint[] smallest)
    {
        var filled = new uint[smallest.Length];
        for (var i = 0; i < smallest.Length; i++)
        {
            var distance = 0;
            while (smallest[(i + distance) % smallest.Length] == uint.MaxValue) distance++;
            filled[i] = smallest[(i + distance) % smallest.Length] + (uint)distance * 0x9E3779B9U;
        }
        return filled;
    }

    private static void Flush(IncrementalHash sum, char[] folded, ref int length)
    {
        sum.AppendData(MemoryMarshal.AsBytes(folded.AsSpan(0, length)));
        length = 0;
    }

    /// <summary>An estimate of the share of four-word runs that both have of all that either has (Jaccard), 0 to 1; its standard error is at most 0.07.</summary>
    public double Similarity(StorySignature other)
    {
        if (Text == other.Text) return 1;
        if (Smallest.Count != Length || other.Smallest.Count != Length) return 0;
        var equal = 0;
        for (var i = 0; i < Length; i++)
            if (Smallest[i] == other.Smallest[i])
                equal++;
        return (double)equal / Length;
    }

    public bool IsCopyOf(StorySignature other) => Similarity(other) >= Copy;

    /// <summary>
    /// Keys to find candidates by without comparing all: two stories of similarity s share one of the 16 with probability 1 - (1 - s^4)^16, 0.89 at the bound of a copy and 0.99 at 0.71.
    /// </summary>
    public IEnumerable<ulong> Bands()
    {
        for (var band = 0; band * BandLength < Smallest.Count; band++)
        {
            var key = (ulong)band + 1;
            for (var i = 0; i < BandLength; i++) key = (key ^ Smallest[band * BandLength + i]) * 0x9E3779B97F4A7C15UL;
            yield return key ^ key >> 29;
        }
    }

    public bool Equals(StorySignature? other) => other is not null && Text == other.Text && Smallest.SequenceEqual(other.Smallest);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
