// The forms that end at each node of the lexicon's trie, told apart without a look at the forms themselves.
namespace Servanda.Reading.Annotation;

/// <summary>What keeps most forms from being looked at: the words and capitals that they need. Of the hundreds of heads that begin with "gọi" the second part is missing from most sentences.</summary>
/// <param name="Next">The word that opens the part behind the first gap, 0 where there is no gap.</param>
/// <param name="Alike">How many of the gates behind this one have the same next word: where that word is missing, all of them are passed over.</param>
/// <param name="Capitals">Those that the page must have, see <see cref="Form.NeededCapitals"/>.</param>
/// <param name="IsPlain">See <see cref="Form.IsPlain"/>.</param>
internal readonly record struct FormGate(Form Form, int Next, int Alike, uint Capitals, bool IsPlain, bool IsName);

/// <summary>The gates of all nodes one after the other. Hot: one byte tells of most nodes that nothing can end there. Immutable.</summary>
internal sealed class FormTable
{
    private enum Ends : byte { Nothing, Forms, Capitals }

    private readonly Ends[] ends;
    private readonly int[] places;
    private readonly FormGate[] gates;

    /// <param name="nodes">The node of the trie at which each form ends.</param>
    /// <param name="count">How many nodes there are.</param>
    public FormTable(List<Form> forms, List<int> nodes, int count)
    {
        (ends, places, gates) = (new Ends[count], new int[count + 1], new FormGate[forms.Count]);
        for (var i = 0; i < forms.Count; i++)
        {
            places[nodes[i] + 1]++;
            ref var end = ref ends[nodes[i]];
            if (!forms[i].BeginsWithCapital) end = Ends.Forms;
            else if (end == Ends.Nothing) end = Ends.Capitals;
        }
        for (var node = 1; node < places.Length; node++) places[node] += places[node - 1];
        var next = places.AsSpan().ToArray();
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i];
            gates[next[nodes[i]]++] = new(form, form.Gaps is [[var word, ..], ..] ? word : 0, 0, form.NeededCapitals, form.IsPlain, form.IsName);
        }
        for (var node = 0; node < count; node++) Group(gates.AsSpan(places[node], places[node + 1] - places[node]));
    }

    /// <summary>Puts those with the same next word together, each group in the order of its forms.</summary>
    private static void Group(Span<FormGate> here)
    {
        if (here.Length < 2) return;
        here.Sort(static (one, other) => one.Next != other.Next ? one.Next.CompareTo(other.Next) : one.Form.Number.CompareTo(other.Form.Number));
        for (var i = here.Length - 2; i >= 0; i--)
            if (here[i].Next == here[i + 1].Next) here[i] = here[i] with { Alike = here[i + 1].Alike + 1 };
    }

    /// <summary>The forms that can end at a node, those with the same next word together.</summary>
    /// <param name="isUpper">Whether the first of their words has a capital.</param>
    public ReadOnlySpan<FormGate> At(int node, bool isUpper) =>
        ends[node] == Ends.Nothing || ends[node] == Ends.Capitals && !isUpper ? [] : gates.AsSpan(places[node], places[node + 1] - places[node]);
}
