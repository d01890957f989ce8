// A trie of forms while it is put together.
namespace Servanda.Reading.Annotation;

internal sealed class FormTrieDraft
{
    private readonly TrieSteps steps = new();
    private readonly List<Form> forms = [];

    /// <summary>The node at which each form ends.</summary>
    private readonly List<int> nodes = [];

    /// <summary>The words of the last form and the nodes on their way, the root first: heads that are written out of one begin alike.</summary>
    private int[] before = [];
    private readonly List<int> path = [0];

    /// <summary>Stores a form at the end of its words; forms are numbered in the order in which they come.</summary>
    public void Add(int[] words, Form form)
    {
        var shared = words.AsSpan().CommonPrefixLength(before);
        path.RemoveRange(shared + 1, path.Count - shared - 1);
        for (var at = shared; at < words.Length; at++) path.Add(steps.Add(path[at], words[at]));
        before = words;
        form.Number = forms.Count;
        forms.Add(form);
        nodes.Add(path[^1]);
    }

    public FormTrie Done()
    {
        var trie = new SyllableTrie(steps);
        return new(trie, new(forms, nodes.ConvertAll(node => trie.Numbers[node]), trie.Numbers.Length));
    }
}
