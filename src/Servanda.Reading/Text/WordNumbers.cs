// Words with a number each, found in a text without building strings.
namespace Servanda.Reading.Text;

/// <summary>
/// Words are equal letter by letter, in lower case: whoever asks folds them first, but for those that have a key (<see cref="WordKeys"/>), which nearly all have. Hot: several probes for each word of every
/// page. Keys and numbers stand in an open hash table small enough to stay near the processor; the other words go the long way.
/// </summary>
internal sealed class WordNumbers
{
    public const int Unknown = 0;

    private readonly Dictionary<string, int> longer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private ulong[] keys = new ulong[64];
    private int[] numbers = new int[64];
    private int keyed;

    public WordNumbers() => lookup = longer.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Numbers given, <see cref="Unknown"/> among them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The number of a word, given the next one where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is var known and not Unknown) return known;
        if (WordKeys.Of(word) is not WordKeys.None and var key)
        {
            if (++keyed * 2 > keys.Length) Grow();
            Place(key, Count);
        }
        else
        {
            longer.Add(word.ToString(), Count);
        }
        return Count++;
    }

    /// <summary>The number of a word, <see cref="Unknown"/> where it has none.</summary>
    public int Find(ReadOnlySpan<char> word) => WordKeys.Of(word) is not WordKeys.None and var key ? Find(key) : lookup.TryGetValue(word, out var number) ? number : Unknown;

    /// <summary>The number of the word that has a key.</summary>
    public int Find(ulong key)
    {
        var at = Home(key);
        while (keys[at] != key && keys[at] != WordKeys.None) at = (at + 1) & (keys.Length - 1);
        return numbers[at];
    }

    /// <summary>Fibonacci hashing: words that differ in one letter end up far apart.</summary>
    private int Home(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 32) & (keys.Length - 1);

    private void Place(ulong key, int number)
    {
        var at = Home(key);
        while (keys[at] != WordKeys.None) at = (at + 1) & (keys.Length - 1);
        (keys[at], numbers[at]) = (key, number);
    }

    private void Grow()
    {
        var (before, known) = (keys, numbers);
        (keys, numbers) = (new ulong[before.Length * 2], new int[before.Length * 2]);
        for (var i = 0; i < before.Length; i++)
            if (before[i] != WordKeys.None) Place(before[i], known[i]);
    }
}
