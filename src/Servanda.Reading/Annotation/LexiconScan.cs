// Scans of a sentence: the names that stand in it, and the other words of the lexicon.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>A form found where its words stand.</summary>
internal readonly record struct Found(LexiconMatch Match, Form Form);

/// <summary>Scans sentences one after the other. Hot: its lists and bits are used again for each, so that it serves one thread; whoever scans makes one for the sentences of a story.</summary>
internal sealed class LexiconScan(Lexicon lexicon)
{
    /// <summary>Bits for the words of a sentence, by the lowest bits of their numbers.</summary>
    private const int PresentWords = 2048;

    private readonly ulong[] present = new ulong[PresentWords / 64];
    private readonly List<Found> found = [];
    private readonly List<(LexiconEntry[] Entries, int At)> blocked = [];
    private readonly FoundChoice choice = new();

    /// <summary>Bits for the tokens that begin with a capital, and as many more as are asked beyond the last.</summary>
    private ulong[] upper = new ulong[4];

    /// <summary>The names among the tokens of one sentence: not overlapping, the longest from the left.</summary>
    public List<LexiconMatch> Names(string text, ReadOnlySpan<Token> tokens)
    {
        Find(lexicon.Names, text, tokens);
        return choice.Names(found, tokens);
    }

    /// <summary>All other words of the lexicon among the tokens of a sentence.</summary>
    /// <param name="names">What <see cref="Names"/> gave of it.</param>
    public List<LexiconMatch> Words(string text, ReadOnlySpan<Token> tokens, List<LexiconMatch> names)
    {
        Find(lexicon.Words, text, tokens);
        FoundChoice.RemoveAcross(names, found);
        return choice.Words(found, names);
    }

    private void Find(FormTrie among, string text, ReadOnlySpan<Token> tokens)
    {
        found.Clear();
        blocked.Clear();
        Note(tokens);
        for (var start = 0; start < tokens.Length; start++) From(start, among, text, tokens);
        Unblock();
    }

    /// <summary>Takes down which words the sentence has and where its capitals are.</summary>
    private void Note(ReadOnlySpan<Token> tokens)
    {
        Array.Clear(present);
        if (upper.Length < tokens.Length / 64 + 2) upper = new ulong[tokens.Length / 64 + 2];
        else Array.Clear(upper);
        for (var at = 0; at < tokens.Length; at++)
        {
            present[tokens[at].Word % PresentWords / 64] |= 1UL << tokens[at].Word;
            if (tokens[at].Upper) upper[at >> 6] |= 1UL << at;
        }
    }

    /// <summary>A bit for each of 64 tokens from one on that begins with a capital; a shift by 64 is none, so that the second word goes in two steps.</summary>
    private ulong UpperFrom(int token) => upper[token >> 6] >> token | upper[(token >> 6) + 1] << 1 << (63 - (token & 63));

    private bool MayHave(int word) => (present[word % PresentWords / 64] & 1UL << word) != 0;

    private void From(int start, FormTrie among, string text, ReadOnlySpan<Token> tokens)
    {
        var (trie, forms, node, isQuoted, capitals) = (among.Trie, among.Forms, 0, false, UpperFrom(start));
        for (var at = start; at < tokens.Length; at++)
        {
            // "sẽ phải “trả giá đắt”": quotation marks part no words, but no name has them inside.
            if (at > start && tokens[at].Is('"'))
            {
                isQuoted = true;
                continue;
            }
            if (tokens[at].Word == 0 || (node = trie.Step(node, tokens[at].Word)) == 0) break;
            var gates = forms.At(node, (capitals & 1) != 0);
            var before = found.Count;
            for (var i = 0; i < gates.Length; i++)
            {
                ref readonly var gate = ref gates[i];
                if (gate.Next > 0 && !MayHave(gate.Next))
                {
                    i += gate.Alike;
                    continue;
                }
                if ((gate.Capitals & ~capitals) != 0 || isQuoted && gate.IsName) continue;
                var form = gate.Form;
                if (!gate.IsPlain && !form.Fits(text, tokens, start, at + 1)) continue;
                if (form.Blocks is { } entries) blocked.Add((entries, start + form.Offset));
                else if (form.Reach(tokens, at + 1) is > 0 and var reach) Add(new(new(start, at + 1, reach, form.Entry), form), before);
            }
        }
    }

    /// <summary>Adds what was found, before what was found at the same node since <paramref name="from"/> whose form came later into the lexicon.</summary>
    private void Add(Found one, int from)
    {
        var at = found.Count;
        while (at > from && found[at - 1].Form.Number > one.Form.Number) at--;
        found.Insert(at, one);
    }

    /// <summary>Takes away what stands in phrases in which it means something else.</summary>
    private void Unblock()
    {
        foreach (var (entries, start) in blocked)
            for (var i = found.Count - 1; i >= 0 && found[i].Match.First >= start; i--)
                if (found[i].Match.First == start && Array.IndexOf(entries, found[i].Form.Entry) >= 0) found.RemoveAt(i);
    }
}
