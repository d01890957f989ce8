// Whether the words of a clause say that a date lies ahead or behind.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>The cue words of one language. Immutable; may be used by many threads at once.</summary>
public sealed class TenseCues
{
    /// <summary>How many pieces after a date a cue may stand: "Ngày 20/11, hai bên sẽ gặp nhau".</summary>
    private const int LooksAhead = 8;

    private readonly Vocabulary vocabulary = new();
    private readonly PatternTrie.Node future, toward, past, passive, reporting, breaks;

    public TenseCues(DateLexicon lexicon)
    {
        var trie = new PatternTrie(new("", [], [], [], [], new([], [], [])), vocabulary, new([], vocabulary));
        future = Words(lexicon.Tense.Future);
        toward = Words(lexicon.Tense.Toward);
        past = Words(lexicon.Tense.Past);
        passive = Words(lexicon.Tense.Passive);
        reporting = Words(lexicon.Tense.Reporting);
        breaks = Words([".", ";", "!", "?", "\"", "“", "”"]);

        PatternTrie.Node Words(IEnumerable<string> all) => trie.Phrases(all.Select(word => (word, "")));
    }

    /// <summary>
    /// The tense of a date in its sentence: the nearest cue before it decides ("sẽ diễn ra ngày 20/11", "đã ký ngày 18/10"); without one, a cue soon after it,
    /// unless a verb of saying comes first ("Ngày 17/8, ông tuyên bố sẽ…" dates the saying).
    /// </summary>
    public Tense Of(string text, Span within, Span date)
    {
        var pieces = Pieces.Of(text, within, vocabulary);
        var tense = Tense.Unknown;
        var at = 0;
        for (; at < pieces.Count && pieces[at].Start < date.Start; at++)
        {
            if (PatternTrie.Longest(breaks, pieces, at) is not null && (pieces[at].Sign != '.' || at + 1 >= pieces.Count || pieces[at + 1].Space)) tense = Tense.Unknown;
            else if (PatternTrie.Longest(future, pieces, at) is not null || PatternTrie.Longest(toward, pieces, at) is not null) tense = Tense.Future;
            else if (PatternTrie.Longest(past, pieces, at) is not null || tense == Tense.Unknown && PatternTrie.Longest(passive, pieces, at) is not null) tense = Tense.Past;
        }
        if (tense != Tense.Unknown) return tense;
        while (at < pieces.Count && pieces[at].Start < date.End) at++;
        for (var end = Math.Min(pieces.Count, at + LooksAhead); at < end; at++)
        {
            if (PatternTrie.Longest(reporting, pieces, at) is not null || PatternTrie.Longest(breaks, pieces, at) is not null) return Tense.Unknown;
            if (PatternTrie.Longest(future, pieces, at) is not null) return Tense.Future;
            if (PatternTrie.Longest(past, pieces, at) is not null) return Tense.Past;
        }
        return Tense.Unknown;
    }
}
