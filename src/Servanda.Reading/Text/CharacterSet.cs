// A set of characters that texts are searched for.
namespace Servanda.Reading.Text;

/// <summary>
/// One bit a character, 8 kB in all, of which a text needs few. Hot: every page is gone through several times. What the framework has for large sets first guesses by the two bytes of a character, and
/// guesses wrong at nearly every Vietnamese letter.
/// </summary>
internal sealed class CharacterSet
{
    private readonly ulong[] bits = new ulong[(char.MaxValue + 1) / 64];

    public CharacterSet(IEnumerable<char> characters)
    {
        foreach (var c in characters) bits[c >> 6] |= 1UL << c;
    }

    /// <summary>The first place at which one of them stands, -1 where none does.</summary>
    public int FirstIn(ReadOnlySpan<char> text) => First(text, belongs: true);

    /// <summary>The first place at which another character stands, -1 where none does.</summary>
    public int FirstOtherIn(ReadOnlySpan<char> text) => First(text, belongs: false);

    private int First(ReadOnlySpan<char> text, bool belongs)
    {
        var set = bits;
        for (var at = 0; at < text.Length; at++)
            if ((set[text[at] >> 6] & 1UL << text[at]) != 0 == belongs) return at;
        return -1;
    }
}
