// The words that the rules of one language use, each with a number, found in a text without building strings.
namespace Servanda.Reading.Dates;

/// <summary>Words are compared in lower case, letter by letter (a text is NFC, so that is enough). Hot: one probe per word of every page, hence the open hash table.</summary>
internal sealed class Vocabulary
{
    public const int Unknown = 0;

    private readonly List<string> words = [""];
    private int[] slots = new int[64];

    public int Count => words.Count;

    /// <summary>The number of a word, given a new one when it has none.</summary>
    public int Add(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Find(lower) is var known and not Unknown) return known;
        words.Add(lower);
        if (words.Count * 3 > slots.Length) Grow();
        else Place(words.Count - 1);
        return words.Count - 1;
    }

    /// <summary>The number of a word, <see cref="Unknown"/> where no rule uses it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var at = Hash(word) & (slots.Length - 1);
        while (slots[at] is var number and not 0)
        {
            if (Same(words[number], word)) return number;
            at = (at + 1) & (slots.Length - 1);
        }
        return Unknown;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 1; number < words.Count; number++) Place(number);
    }

    private void Place(int number)
    {
        var at = Hash(words[number]) & (slots.Length - 1);
        while (slots[at] != 0) at = (at + 1) & (slots.Length - 1);
        slots[at] = number;
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ Lower(c)) * 16777619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }

    private static bool Same(string lower, ReadOnlySpan<char> word)
    {
        if (lower.Length != word.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (lower[i] != Lower(word[i])) return false;
        return true;
    }

    private static char Lower(char c) => c < 128 ? c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c : char.ToLowerInvariant(c);
}
