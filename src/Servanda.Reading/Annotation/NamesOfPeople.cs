// Which syllables make the names of people and places in a language whose states have names of one syllable too.
using System.Collections.Frozen;
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>The sets of words that a language gives for the names of its people and places; empty for a language that gives none. Matched in small letters.</summary>
internal sealed class NamesOfPeople
{
    private readonly FrozenSet<string> families, parts, places, words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> address, heads;

    /// <summary>The longest word of address or of a kind of place, in tokens.</summary>
    public const int LongestHead = 3;

    public NamesOfPeople(IReadOnlyDictionary<string, IReadOnlyList<string>> sets)
    {
        (families, places, words) = (Set("family-name"), Set("place-name"), Set("name-and-word"));
        (address, heads) = (Set("address").GetAlternateLookup<ReadOnlySpan<char>>(), Set("place-head").GetAlternateLookup<ReadOnlySpan<char>>());
        parts = families.Concat(Set("given-name")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

        FrozenSet<string> Set(string name) => (sets.GetValueOrDefault(name) ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>"Nguyễn", "Lê"</summary>
    public bool IsFamily(string word) => families.Contains(word);

    /// <summary>A syllable of a person's name: of the family, or given.</summary>
    public bool IsPart(string word) => parts.Contains(word);

    /// <summary>A syllable of names that begins sentences as a word too: "Hai", "Quý", "Cao".</summary>
    public bool IsWordToo(string word) => words.Contains(word);

    /// <summary>A syllable that makes a place of the one before it.</summary>
    public bool IsOfPlace(string word) => places.Contains(word);

    /// <summary>"ông", "chị", "bị cáo"</summary>
    public bool IsAddress(ReadOnlySpan<char> words) => address.Contains(words);

    /// <summary>"xã", "đường", "khu đô thị"</summary>
    public bool IsPlaceHead(ReadOnlySpan<char> words) => heads.Contains(words);
}
