// A trie of forms while it is put together.
namespace Servanda.Reading.Annotation;

internal sealed class FormTrieDraft
{
    private readonly TrieSteps steps = new();
    private readonly List<Form> forms = [];

    /// <summary>The node at which each form ends.</summary>
    private readonly List<int> nodes = [];

    /// <summary>Stores a form at the end of its words, numbered in the order in which forms come.</summary>
    public void Add(int[] words, Form form)
    {
        var node = 0;
        foreach (var word in words) node = steps.Add(node, word);
        forms.Add(form with { Number = forms.Count });
        nodes.Add(node);
    }

    public FormTrie Done()
    {
        var trie = new SyllableTrie(steps);
        return new(trie, new(forms, nodes.ConvertAll(node => trie.Numbers[node]), trie.Numbers.Length));
    }
}
