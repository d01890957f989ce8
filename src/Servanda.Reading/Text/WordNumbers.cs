// Words with a number each, found in a text without building strings.
namespace Servanda.Reading.Text;

/// <summary>Words are equal letter by letter: whoever asks folds them first. Hot: several probes for each word of every page, hence the open hash table.</summary>
internal sealed class WordNumbers
{
    public const int Unknown = 0;

    private readonly List<string> words = [""];
    private (int Hash, int Number)[] slots = new (int, int)[64];

    /// <summary>Numbers given, <see cref="Unknown"/> among them.</summary>
    public int Count => words.Count;

    /// <summary>The number of a word, given the next one where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is var known and not Unknown) return known;
        words.Add(word.ToString());
        if (words.Count * 3 > slots.Length) Grow();
        else Place(words.Count - 1);
        return words.Count - 1;
    }

    /// <summary>The number of a word, <see cref="Unknown"/> where it has none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        for (var at = hash & (slots.Length - 1); slots[at] is { Number: not Unknown } slot; at = (at + 1) & (slots.Length - 1))
            if (slot.Hash == hash && word.SequenceEqual(words[slot.Number])) return slot.Number;
        return Unknown;
    }

    private void Grow()
    {
        slots = new (int, int)[slots.Length * 2];
        for (var number = 1; number < words.Count; number++) Place(number);
    }

    private void Place(int number)
    {
        var hash = Hash(words[number]);
        var at = hash & (slots.Length - 1);
        while (slots[at].Number != Unknown) at = (at + 1) & (slots.Length - 1);
        slots[at] = (hash, number);
    }

    /// <summary>FNV-1a over the letters.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}
