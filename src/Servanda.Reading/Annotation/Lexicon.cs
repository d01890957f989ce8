// The compiled lexicon of a language: its words, the trie of its forms, and what ends at each node of it.
namespace Servanda.Reading.Annotation;

/// <summary>All names and words of a language. Immutable once built; a <see cref="LexiconScan"/> finds them in sentences.</summary>
public sealed class Lexicon
{
    /// <param name="forms">The forms that end at each node, by the numbers that the nodes had before the trie was made; null where none does.</param>
    internal Lexicon(Vocabulary vocabulary, SyllableTrie trie, IReadOnlyList<Form[]?> forms) => (Vocabulary, Trie, Forms) = (vocabulary, trie, new(forms, trie.Numbers));

    public Vocabulary Vocabulary { get; }

    /// <summary>Whether the language names an owner before what he owns.</summary>
    public bool OwnersFirst { get; init; }

    internal SyllableTrie Trie { get; }

    internal FormTable Forms { get; }
}
