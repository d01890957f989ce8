// Persons named with their office, and whether the words say that the term is over, new, or not begun.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>How a named person stands to the office named with them.</summary>
internal enum Tenure { Holder, Former, New, Elect }

/// <param name="IsThen">Whether only words such as "khi đó" beside the name say so: they may as well mean the time told of.</param>
internal sealed record OfficeMention(Span Span, Tenure Tenure, bool IsThen, IReadOnlyList<OfficeTerm> Terms);

/// <summary>Finds persons of the terms in texts of one language. Office and name stand at most a few words apart: "Ngoại trưởng Nga Sergei Lavrov".</summary>
internal sealed class OfficeMentions
{
    private const int MostBetween = 4, MostCueWords = 3;

    private readonly Vocabulary vocabulary = new();
    /// <summary>The words with which an office can begin: most words of a text begin none.</summary>
    private readonly bool[] opening;
    private readonly PatternTrie.Node names, offices, former, fresh, elect;
    private readonly Dictionary<string, List<OfficeTerm>> byName;

    public OfficeMentions(HeldOffices lexicon, HeldOfficeWords words)
    {
        var trie = new PatternTrie(new("", [], [], [], [], new([], [], [])), vocabulary, new([], vocabulary));
        byName = lexicon.Terms.SelectMany(term => term.Names, (term, name) => (term, name)).GroupBy(t => t.name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(t => t.term).ToList(), StringComparer.Ordinal);
        names = trie.Phrases(byName.Keys.Order(StringComparer.Ordinal).Select(name => (name, name)));
        offices = trie.Phrases(words.Offices.SelectMany(office => office.Words, (office, word) => (word, office.Value)));
        former = trie.Phrases(words.Former.Select(word => (word, "")));
        fresh = trie.Phrases(words.New.Select(word => (word, "")));
        elect = trie.Phrases(words.Elect.Select(word => (word, "")));
        opening = new bool[vocabulary.Count];
        foreach (var edge in offices.Edges) opening[edge.Word] = true;
    }

    public IReadOnlyList<OfficeMention> Find(string text, Span within)
    {
        using var pieces = Pieces.Of(text, within, vocabulary);
        List<OfficeMention>? found = null;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Word is var word && (word <= 0 || !opening[word]) || PatternTrie.Longest(offices, pieces, at) is not { } office) continue;
            var (last, next) = (office.Value, office.Next);
            for (var between = 0; between <= MostBetween && next < pieces.Count && pieces[next].Sign is '\0' or '(' or ')' or '-' or '.'; between++)
            {
                if (PatternTrie.Longest(names, pieces, next) is { } name && TermsOf(name.Value, last) is { Count: > 0 } terms)
                {
                    var (tenure, isThen) = TenureOf(pieces, at, office.Next, next, name.Next);
                    (found ??= []).Add(new(new(pieces[at].Start, pieces[name.Next - 1].End), tenure, isThen, terms));
                    at = name.Next - 1;
                    break;
                }
                if (PatternTrie.Longest(offices, pieces, next) is not null) break;
                next++;
            }
        }
        return found ?? [];
    }

    /// <summary>The terms in which somebody of a name held an office.</summary>
    private List<OfficeTerm> TermsOf(string name, string office) => byName[name].FindAll(term => term.Office == office);

    /// <summary>Cues stand right before the office ("cựu Tổng thống"), between office and name ("Tổng thống khi đó là Barack Obama"), or right after the name.</summary>
    private (Tenure Tenure, bool IsThen) TenureOf(Pieces pieces, int office, int officeEnd, int name, int nameEnd)
    {
        for (var at = Math.Max(0, office - MostCueWords); at < Math.Min(pieces.Count, nameEnd + 2); at++)
        {
            if (at == office) at = officeEnd;
            if (at >= name && at < nameEnd) at = nameEnd;
            if (at >= pieces.Count) break;
            if (PatternTrie.Longest(former, pieces, at) is { } past && (past.Next == office || at >= officeEnd)) return (Tenure.Former, at >= officeEnd);
            if (PatternTrie.Longest(fresh, pieces, at) is { } recent && recent.Next == office) return (Tenure.New, false);
            if (PatternTrie.Longest(elect, pieces, at) is not null && at >= officeEnd) return (Tenure.Elect, false);
        }
        return (Tenure.Holder, false);
    }
}
