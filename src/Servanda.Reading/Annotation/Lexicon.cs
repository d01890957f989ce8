// The compiled lexicon of a language: its words, the trie of its forms, and what ends at each node of it.
namespace Servanda.Reading.Annotation;

/// <summary>All names and words of a language. Immutable once built; a <see cref="LexiconScan"/> finds them in sentences.</summary>
public sealed class Lexicon
{
    /// <param name="nodes">The node at which each form ends, by the numbers that the nodes had before the trie was made.</param>
    internal Lexicon(Vocabulary vocabulary, SyllableTrie trie, List<Form> forms, List<int> nodes) => (Vocabulary, Trie, Forms) = (vocabulary, trie, new(forms, nodes.ConvertAll(node => trie.Numbers[node]), trie.Numbers.Length));

    public Vocabulary Vocabulary { get; }

    /// <summary>Whether the language names an owner before what he owns.</summary>
    public bool OwnersFirst { get; init; }

    internal SyllableTrie Trie { get; }

    internal FormTable Forms { get; }
}
