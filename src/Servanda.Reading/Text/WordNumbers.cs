// Words with a number each, found in a text without building strings.
namespace Servanda.Reading.Text;

/// <summary>
/// Words are equal letter by letter: whoever asks folds them first. Hot: several probes for each word of every page. A Vietnamese syllable has at most seven letters, so that
/// two machine words hold it and one look in an open hash table finds it; longer words go the long way.
/// </summary>
internal sealed class WordNumbers
{
    public const int Unknown = 0;

    /// <summary>Words of no more letters are found at one look.</summary>
    public const int Short = 8;

    private readonly record struct Slot(ulong Head, ulong Tail, int Number);

    private readonly Dictionary<string, int> longer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private Slot[] slots = new Slot[64];
    private int inSlots;

    public WordNumbers() => lookup = longer.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Numbers given, <see cref="Unknown"/> among them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The number of a word, given the next one where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is var known and not Unknown) return known;
        if (word.Length > Short)
        {
            longer.Add(word.ToString(), Count);
        }
        else
        {
            if (++inSlots * 2 > slots.Length) Grow();
            var (head, tail) = Packed(word);
            Place(new(head, tail, Count));
        }
        return Count++;
    }

    /// <summary>The number of a word, <see cref="Unknown"/> where it has none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Short) return lookup.TryGetValue(word, out var number) ? number : Unknown;
        var (head, tail) = Packed(word);
        for (var at = Home(head, tail); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Number == Unknown || slot.Head == head && slot.Tail == tail) return slot.Number;
        }
    }

    private static (ulong Head, ulong Tail) Packed(ReadOnlySpan<char> word)
    {
        ulong head = 0, tail = 0;
        for (var i = 0; i < word.Length; i++)
            if (i < Short / 2) head = head << 16 | word[i];
            else tail = tail << 16 | word[i];
        return (head, tail);
    }

    private int Home(ulong head, ulong tail) => (int)((head * 0x9E3779B97F4A7C15 ^ tail * 0xC2B2AE3D27D4EB4F) >> 32) & (slots.Length - 1);

    private void Place(Slot slot)
    {
        var at = Home(slot.Head, slot.Tail);
        while (slots[at].Number != Unknown) at = (at + 1) & (slots.Length - 1);
        slots[at] = slot;
    }

    private void Grow()
    {
        var before = slots;
        slots = new Slot[before.Length * 2];
        foreach (var slot in before)
            if (slot.Number != Unknown) Place(slot);
    }
}
