// Whether the words of a clause say that a date lies ahead or behind.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>The cue words of one language. Immutable; may be used by many threads at once.</summary>
internal sealed class TenseCues
{
    /// <summary>How many pieces after a date a cue may stand: "Ngày 20/11, hai bên sẽ gặp nhau".</summary>
    private const int LooksAhead = 8;

    private readonly Vocabulary vocabulary = new();
    private readonly PatternTrie.Node future, toward, past, passive, reporting, breaks;

    /// <summary>The words with which a cue can begin: most words of a text begin none.</summary>
    private readonly bool[] opening;

    public TenseCues(DateLexicon lexicon)
    {
        var trie = new PatternTrie(new("", [], [], [], [], new([], [], [])), vocabulary, new([], vocabulary));
        future = Words(lexicon.Tense.Future);
        toward = Words(lexicon.Tense.Toward);
        past = Words(lexicon.Tense.Past);
        passive = Words(lexicon.Tense.Passive);
        reporting = Words(lexicon.Tense.Reporting);
        breaks = Words([".", ";", "!", "?", "\"", "“", "”"]);
        opening = new bool[vocabulary.Count];
        foreach (var edge in new[] { future, toward, past, passive, reporting, breaks }.SelectMany(cues => cues.Edges)) opening[edge.Word] = true;

        PatternTrie.Node Words(IEnumerable<string> all) => trie.Phrases(all.Select(word => (word, "")));
    }

    /// <summary>The cues of a stretch of text, cut into its pieces once for all its dates.</summary>
    public Passage In(string text, Span within) => new(this, Pieces.Of(text, within, vocabulary));

    private bool Opens(in Piece piece) => piece.Word > 0 && opening[piece.Word];

    /// <summary>A stretch of text whose dates are asked for.</summary>
    public readonly struct Passage : IDisposable
    {
        private readonly TenseCues cues;
        private readonly Pieces pieces;

        internal Passage(TenseCues cues, Pieces pieces) => (this.cues, this.pieces) = (cues, pieces);

        /// <summary>
        /// The tense of a date in its sentence: the nearest cue before it decides ("sẽ diễn ra ngày 20/11", "đã ký ngày 18/10"); without one, a cue soon after it,
        /// unless a verb of saying comes first ("Ngày 17/8, ông tuyên bố sẽ…" dates the saying).
        /// </summary>
        public Tense Of(Span date)
        {
            var tense = Tense.Unknown;
            var at = 0;
            for (; at < pieces.Count && pieces[at].Start < date.Start; at++)
            {
                if (!cues.Opens(pieces[at])) continue;
                if (Has(cues.breaks, at) && (pieces[at].Sign != '.' || at + 1 >= pieces.Count || pieces[at + 1].Space)) tense = Tense.Unknown;
                else if (Has(cues.future, at) || Has(cues.toward, at)) tense = Tense.Future;
                else if (Has(cues.past, at) || tense == Tense.Unknown && Has(cues.passive, at)) tense = Tense.Past;
            }
            if (tense != Tense.Unknown) return tense;
            while (at < pieces.Count && pieces[at].Start < date.End) at++;
            for (var end = Math.Min(pieces.Count, at + LooksAhead); at < end; at++)
            {
                if (!cues.Opens(pieces[at])) continue;
                if (Has(cues.reporting, at) || Has(cues.breaks, at)) return Tense.Unknown;
                if (Has(cues.future, at)) return Tense.Future;
                if (Has(cues.past, at)) return Tense.Past;
            }
            return Tense.Unknown;
        }

        /// <summary>Gives its pieces back.</summary>
        public void Dispose() => pieces.Dispose();

        private bool Has(PatternTrie.Node words, int at) => PatternTrie.Longest(words, pieces, at) is not null;
    }
}
