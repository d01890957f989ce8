// The forms that end at each node of the lexicon's trie, told apart without a look at the forms themselves.
namespace Servanda.Reading.Annotation;

/// <summary>What keeps most forms from being looked at: the words and capitals that they need. Of hundreds of heads that begin with "coi" the second part is missing from most sentences.</summary>
/// <param name="Next">The word that opens the part behind the first gap, 0 where there is no gap.</param>
/// <param name="Capitals">Those that the page must have, see <see cref="Form.NeededCapitals"/>.</param>
/// <param name="IsPlain">See <see cref="Form.IsPlain"/>.</param>
internal readonly record struct FormGate(Form Form, int Next, uint Capitals, bool IsPlain, bool IsName);

/// <summary>The gates of all nodes one after the other. Hot: one byte tells of most nodes that nothing can end there. Immutable.</summary>
internal sealed class FormTable
{
    private enum Ends : byte { Nothing, Forms, Capitals }

    private readonly Ends[] ends;
    private readonly int[] places;
    private readonly FormGate[] gates;

    /// <param name="forms">The forms that end at each node, by the numbers that the nodes had before the trie was made; null where none does.</param>
    /// <param name="numbers">The numbers that the trie gave them.</param>
    public FormTable(IReadOnlyList<Form[]?> forms, int[] numbers)
    {
        var count = 0;
        (ends, places) = (new Ends[forms.Count], new int[forms.Count + 1]);
        for (var node = 0; node < forms.Count; node++)
        {
            if (forms[node] is not { } here) continue;
            count += here.Length;
            places[numbers[node] + 1] = here.Length;
            ends[numbers[node]] = Array.TrueForAll(here, form => form.BeginsWithCapital) ? Ends.Capitals : Ends.Forms;
        }
        for (var node = 1; node < places.Length; node++) places[node] += places[node - 1];
        gates = new FormGate[count];
        for (var node = 0; node < forms.Count; node++)
        {
            if (forms[node] is not { } here) continue;
            for (var i = 0; i < here.Length; i++)
            {
                var form = here[i];
                gates[places[numbers[node]] + i] = new(form, form.Gaps is [[var next, ..], ..] ? next : 0, form.NeededCapitals, form.IsPlain, form.IsName);
            }
        }
    }

    /// <summary>The forms that can end at a node, in the order in which they were put into the lexicon.</summary>
    /// <param name="isUpper">Whether the first of their words has a capital.</param>
    public ReadOnlySpan<FormGate> At(int node, bool isUpper) =>
        ends[node] == Ends.Nothing || ends[node] == Ends.Capitals && !isUpper ? [] : gates.AsSpan(places[node], places[node + 1] - places[node]);
}
