// A number that nearly the same stories share nearly all bits of.
using System.Numerics;

namespace Servanda.Model;

/// <summary>
/// A SimHash (Charikar 2002) of the story's own words: 64 bits over its three-word sequences, case and punctuation left out. Stories whose numbers differ in 3 bits or fewer
/// carry the same text but for a few words. 0 for a story of fewer than 30 words: too short to tell.
/// </summary>
public static class Fingerprint
{
    private const int FewestWords = 30;

    public static ulong Of(Story story)
    {
        System.Span<int> votes = stackalloc int[64];
        ulong first = 0, second = 0;
        var words = 0;
        foreach (var block in story.Blocks)
        {
            if (!block.IsCoded) continue;
            var text = block.Span.Of(story.Text);
            var position = 0;
            while (NextWord(text, ref position) is { } word)
            {
                words++;
                if (words >= 3) Vote(votes, Mixed(first + 3 * second + 7 * word));
                (first, second) = (second, word);
            }
        }
        if (words < FewestWords) return 0;
        ulong print = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            if (votes[bit] > 0) print |= 1UL << bit;
        }
        return print;
    }

    /// <summary>The hash (FNV-1a, 64 bits) of the next run of letters and digits; null at the end.</summary>
    private static ulong? NextWord(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position])) position++;
        if (position == text.Length) return null;
        var hash = 14695981039346656037UL;
        for (; position < text.Length && char.IsLetterOrDigit(text[position]); position++) hash = (hash ^ char.ToLowerInvariant(text[position])) * 1099511628211UL;
        return hash;
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdUL;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return BitOperations.RotateLeft(value ^ (value >> 33), 17);
    }

    private static void Vote(System.Span<int> votes, ulong hash)
    {
        for (var bit = 0; bit < 64; bit++) votes[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
    }
}
