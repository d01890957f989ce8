// The compiled lexicon of a language: the words it knows, and its forms, those of names and those of other words by themselves.
namespace Servanda.Reading.Annotation;

/// <summary>A trie over syllables, and what ends at each node of it.</summary>
internal sealed record FormTrie(SyllableTrie Trie, FormTable Forms);

/// <summary>
/// All names and words of a language. Immutable once built; a <see cref="LexiconScan"/> finds them in sentences. Names have a trie of their own, a tenth of the whole: a story whose names show that it is
/// about other things is never held against the heads of frames.
/// </summary>
public sealed class Lexicon
{
    internal Lexicon(Vocabulary vocabulary, FormTrie names, FormTrie words) => (Vocabulary, Names, Words) = (vocabulary, names, words);

    public Vocabulary Vocabulary { get; }

    /// <summary>Whether the language names an owner before what he owns.</summary>
    public bool OwnersFirst { get; init; }

    /// <summary>The syllables of people's and places' names.</summary>
    internal NamesOfPeople People { get; init; } = new(new Dictionary<string, IReadOnlyList<string>>());

    internal FormTrie Names { get; }

    internal FormTrie Words { get; }
}
