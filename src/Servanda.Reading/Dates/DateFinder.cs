// Finds the date expressions of a text: one pass over its pieces, the longest rule from each.
using Servanda.Model;
using Servanda.Reading.Numbers;

namespace Servanda.Reading.Dates;

/// <summary>Holds the rules of one language. Immutable; may be used by many threads at once.</summary>
public sealed class DateFinder
{
    private readonly Vocabulary vocabulary = new();
    private readonly PatternTrie.Node list, range, announce;
    /// <summary>For each word the guards that can begin with it; null for words that announce nothing and rule nothing out.</summary>
    private readonly int[]?[] noticed;

    public DateFinder(DateLexicon lexicon)
    {
        Rules = new(lexicon, vocabulary, new NumberWords(lexicon.Numbers, vocabulary));
        list = Words(lexicon.Joins.List);
        range = Words(lexicon.Joins.Range);
        announce = Words(lexicon.Joins.Announce);
        Guards = [.. lexicon.Guards.Select(g => new Guard(g.Name, Words(g.Before), Words(g.After.Where(w => w[0] != '{')), g.After.Contains(DateGuard.Capital), g.After.Contains(DateGuard.Number)))];
        foreach (var rule in lexicon.Rules) Compiled[rule] = new(Compiled.Count, new(rule.Form), [.. rule.Guards.Select(name => GuardOf(rule, name))]);
        Rules.Seal();
        noticed = new int[]?[vocabulary.Count];
        foreach (var edge in announce.Edges) noticed[edge.Word] ??= [];
        for (var guard = 0; guard < Guards.Length; guard++)
            foreach (var word in Guards[guard].Before.Edges.Select(edge => edge.Word).Distinct()) noticed[word] = [.. noticed[word] ?? [], guard];

        PatternTrie.Node Words(IEnumerable<string> all) => Rules.Phrases(all.Select(words => (words, "")));
        int GuardOf(DateRule rule, string name) => Array.FindIndex(Guards, g => g.Name == name) is var found and >= 0 ? found
            : throw new FormatException($"rule {rule.Id}: no guard '{name}'; allowed: {string.Join(", ", Guards.Select(g => g.Name))}");
    }

    internal PatternTrie Rules { get; }

    internal KnownForms Forms { get; } = new();

    internal Guard[] Guards { get; }

    internal Dictionary<DateRule, CompiledRule> Compiled { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The date expressions of a stretch, in order, not overlapping. Durations are among them (<see cref="DateMention.IsDuration"/>).</summary>
    public IReadOnlyList<DateMention> Find(string text, Span within)
    {
        using var pieces = Pieces.Of(text, within, vocabulary);
        List<Found>? all = null;
        DatePass? pass = null;
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            var notice = piece.Word > 0 && piece.Word < noticed.Length ? noticed[piece.Word] : null;
            var starts = Rules.CanStart(piece);
            if (notice is null && !starts) continue;
            pass ??= new(this, text, pieces);
            if (!starts || pass.Read(at) is not { } found)
            {
                if (notice is not null) pass.Notice(at, notice);
                continue;
            }
            at = found.Next - 1;
            if (found.Form is not null) (all ??= []).Add(found);
        }
        if (all is null) return [];
        DateLists.Inherit(all, text);
        var mentions = new DateMention[all.Count];
        for (var i = 0; i < mentions.Length; i++)
        {
            var (span, form) = (all[i].Span, all[i].Form!);
            mentions[i] = new(span, new(span.In(text), all[i].Rule.Id, form.ToString())) { Form = form };
        }
        return mentions;
    }

    /// <summary>Where a word that joins a list of dates ends, -1 where none starts at the piece.</summary>
    internal int AfterListJoin(Pieces pieces, int at) => PatternTrie.Longest(list, pieces, at)?.Next ?? -1;

    internal int AfterRangeJoin(Pieces pieces, int at) => PatternTrie.Longest(range, pieces, at)?.Next ?? -1;

    internal int AfterAnnouncement(Pieces pieces, int at) => PatternTrie.Longest(announce, pieces, at)?.Next ?? -1;

    /// <summary>One reading of a stretch of pieces; a null form is one that is to be left alone.</summary>
    /// <param name="Next">The piece after it.</param>
    /// <param name="Joined">Whether only a list's joining word stands between it and the reading before it.</param>
    internal sealed record Found(Span Span, int Next, DateRule Rule, DateForm? Form, bool Joined);

    internal sealed record CompiledRule(int Order, FormTemplate Form, int[] Guards);

    internal sealed record Guard(string Name, PatternTrie.Node Before, PatternTrie.Node After, bool Capital, bool Number)
    {
        public bool Follows(Pieces pieces, int at) =>
            at < pieces.Count && (PatternTrie.Longest(After, pieces, at) is not null || Capital && pieces[at].Capital || Number && pieces[at].Number >= 0);
    }
}
