// All rules of a language as one trie over tokens, walked once from each token that can start one.
using Servanda.Model;
using Servanda.Reading.Numbers;

namespace Servanda.Reading.Dates;

/// <summary>What a slot was filled with: a number, or the value of a list.</summary>
internal readonly record struct Capture(string Slot, decimal Number, string? Text);

/// <summary>A rule that fits: up to which token (not included), and what its slots hold.</summary>
internal readonly record struct RuleMatch(DateRule Rule, int Next, IReadOnlyList<Capture> Captures);

internal sealed class PatternTrie
{
    private readonly Node root = new();
    private readonly Vocabulary vocabulary;
    private readonly NumberWords numbers;
    private readonly Dictionary<string, Node> lists = new(StringComparer.Ordinal);
    private Edge[]?[] byWord = [];
    private Edge[] byNumber = [];

    public PatternTrie(DateLexicon lexicon, Vocabulary vocabulary, NumberWords numbers)
    {
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        foreach (var list in lexicon.Lists) lists[list.Name] = Phrases(list.Values.SelectMany(v => v.Words, (v, words) => (words, v.Value)));
        foreach (var rule in lexicon.Rules)
            foreach (var sequence in Unfolded(rule))
                Add(root, sequence).Rules.Add(rule);
    }

    /// <summary>A trie of phrases that give values; phrases use the pattern language without slots.</summary>
    public Node Phrases(IEnumerable<(string Words, string Value)> phrases)
    {
        var node = new Node();
        foreach (var (words, value) in phrases)
            foreach (var sequence in PatternParser.Unfold(words))
                Add(node, sequence).Value ??= value;
        return node;
    }

    /// <summary>Call once all rules and phrases are in: which steps can be taken first from which word. Most words of a text can take none, which is what makes the pass fast.</summary>
    public void Seal()
    {
        var first = new List<Edge>[vocabulary.Count];
        foreach (var edge in root.Edges)
            foreach (var word in Words(edge).Distinct()) (first[word] ??= []).Add(edge);
        byWord = [.. first.Select(edges => edges?.ToArray())];
        byNumber = [.. root.Edges.Where(edge => edge.Slot is not null && edge.List is null)];

        IEnumerable<int> Words(Edge edge)
        {
            if (edge.Slot is null) return [edge.Word];
            if (edge.List is { } list) return list.Edges.Select(inner => inner.Word);
            return edge.Type is SlotType.Count or SlotType.Small ? Enumerable.Range(1, vocabulary.Count - 1).Where(word => numbers.Word(word) is not null) : [];
        }
    }

    public bool CanStart(Token token) => token.Number >= 0 || token.Word > 0 && token.Word < byWord.Length && byWord[token.Word] is not null;

    /// <summary>Adds every rule that fits from a token on to <paramref name="found"/>.</summary>
    public void Walk(List<Token> tokens, int at, List<RuleMatch> found)
    {
        var token = tokens[at];
        var captures = new List<Capture>();
        if (token.Word > 0 && token.Word < byWord.Length && byWord[token.Word] is { } words) Take(words, root, tokens, at, captures, found);
        if (token.Number >= 0) Take(byNumber, root, tokens, at, captures, found);
    }

    /// <summary>The longest phrase of a trie of phrases from a token on, with its value; null where none fits.</summary>
    public static (int Next, string Value)? Longest(Node phrases, List<Token> tokens, int at)
    {
        (int, string)? best = null;
        var node = phrases;
        while (true)
        {
            if (node.Value is { } value) best = (at, value);
            if (at >= tokens.Count || node.Literal(tokens[at], node == phrases) is not { } next) return best;
            node = next;
            at++;
        }
    }

    private static IEnumerable<List<PatternStep>> Unfolded(DateRule rule)
    {
        try
        {
            return PatternParser.Unfold(rule.Words);
        }
        catch (FormatException e)
        {
            throw new FormatException($"rule {rule.Id}: {e.Message} in '{rule.Words}'", e);
        }
    }

    private Node Add(Node node, List<PatternStep> sequence)
    {
        foreach (var step in sequence) node = node.Step(EdgeOf(step));
        return node;
    }

    private Edge EdgeOf(PatternStep step)
    {
        if (step.Literal is { } literal) return new(vocabulary.Add(literal), char.IsUpper(literal[0]), null, SlotType.List, null, step.Glued);
        var type = step.Type switch
        {
            "day" => SlotType.Day,
            "month" => SlotType.Month,
            "year" => SlotType.Year,
            "year2" => SlotType.Year2,
            "oldyear" => SlotType.OldYear,
            "decade" => SlotType.Decade,
            "hour" => SlotType.Hour,
            "minute" => SlotType.Minute,
            "count" => SlotType.Count,
            "small" => SlotType.Small,
            _ => SlotType.List,
        };
        if (type != SlotType.List) return new(0, false, step.Slot, type, null, step.Glued);
        return lists.TryGetValue(step.Type!, out var list) ? new(0, false, step.Slot, type, list, step.Glued)
            : throw new FormatException($"no list '{step.Type}'; allowed: day, month, year, year2, oldyear, decade, hour, minute, count, small, {string.Join(", ", lists.Keys.Order(StringComparer.Ordinal))}");
    }

    private void Walk(Node node, List<Token> tokens, int at, List<Capture> captures, List<RuleMatch> found)
    {
        foreach (var rule in node.Rules) found.Add(new(rule, at, [.. captures]));
        if (at < tokens.Count) Take(node.Edges, node, tokens, at, captures, found);
    }

    private void Take(IReadOnlyList<Edge> edges, Node node, List<Token> tokens, int at, List<Capture> captures, List<RuleMatch> found)
    {
        var token = tokens[at];
        for (var i = 0; i < edges.Count; i++)
        {
            var edge = edges[i];
            if (edge.Glued && token.Space && node != root) continue;
            if (edge.Slot is null)
            {
                if (edge.Word == token.Word && (!edge.Capital || token.Capital)) Walk(edge.Target, tokens, at + 1, captures, found);
            }
            else if (edge.List is not null)
            {
                Fill(edge.List, edge, tokens, at, captures, found);
            }
            else if (Number(edge.Type, tokens, at) is { } number && Fits(captures, edge.Slot, number.Value, null))
            {
                captures.Add(new(edge.Slot, number.Value, null));
                Walk(edge.Target, tokens, number.Next, captures, found);
                captures.RemoveAt(captures.Count - 1);
            }
        }
    }

    private void Fill(Node list, Edge edge, List<Token> tokens, int at, List<Capture> captures, List<RuleMatch> found)
    {
        var node = list;
        var next = at;
        while (next < tokens.Count && node.Literal(tokens[next], node == list) is { } inner)
        {
            node = inner;
            next++;
            if (node.Value is not { } value || !Fits(captures, edge.Slot!, 0, value)) continue;
            captures.Add(new(edge.Slot!, 0, value));
            Walk(edge.Target, tokens, next, captures, found);
            captures.RemoveAt(captures.Count - 1);
        }
    }

    /// <summary>A slot named twice must hold the same twice: the separators of 22.11.2020.</summary>
    private static bool Fits(List<Capture> captures, string slot, decimal number, string? text)
    {
        foreach (var capture in captures)
            if (capture.Slot == slot) return capture.Number == number && capture.Text == text;
        return true;
    }

    private (decimal Value, int Next)? Number(SlotType type, List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (type is SlotType.Count or SlotType.Small)
        {
            if (token.Number < 0) return numbers.Read(tokens, at);
            return type == SlotType.Small ? token.Digits <= 2 ? (token.Number, at + 1) : null : Digits.Read(tokens, at);
        }
        var fits = type switch
        {
            SlotType.Day => token is { Number: >= 1 and <= 31, Digits: 1 or 2 },
            SlotType.Month => token is { Number: >= 1 and <= 12, Digits: 1 or 2 },
            SlotType.Year => token is { Number: >= 1400 and <= 2199, Digits: 4 },
            SlotType.Year2 => token is { Number: >= 0, Digits: 2 },
            SlotType.OldYear => token is { Number: >= 45, Digits: 2 },
            SlotType.Decade => token is ({ Number: >= 0, Digits: 2 } or { Number: >= 1400 and <= 2190, Digits: 4 }) && token.Number % 10 == 0,
            SlotType.Hour => token is { Number: >= 0 and <= 24, Digits: 1 or 2 },
            SlotType.Minute => token is { Number: >= 0 and <= 59, Digits: 2 },
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "a type of number"),
        };
        if (!fits) return null;
        var value = token.Digits == 2 && type is (SlotType.Year2 or SlotType.OldYear or SlotType.Decade) ? Century(token.Number) : token.Number;
        return (value, at + 1);
    }

    /// <summary>A year of two digits: up to 40 is of this century, as the press writes it.</summary>
    private static int Century(int year) => year <= 40 ? 2000 + year : 1900 + year;

    internal enum SlotType { List, Day, Month, Year, Year2, OldYear, Decade, Hour, Minute, Count, Small }

    internal sealed record Edge(int Word, bool Capital, string? Slot, SlotType Type, Node? List, bool Glued)
    {
        public Node Target { get; init; } = null!;
    }

    internal sealed class Node
    {
        public List<Edge> Edges { get; } = [];

        public List<DateRule> Rules { get; } = [];

        public string? Value { get; set; }

        public Node Step(Edge edge)
        {
            foreach (var known in Edges)
                if (known with { Target = null! } == edge) return known.Target;
            var target = new Node();
            Edges.Add(edge with { Target = target });
            return target;
        }

        public Node? Literal(Token token, bool first)
        {
            if (token.Word <= 0) return null;
            Node? plain = null;
            foreach (var edge in Edges)
            {
                if (edge.Word != token.Word || edge.Glued && token.Space && !first) continue;
                if (!edge.Capital) plain = edge.Target;
                else if (token.Capital) return edge.Target;
            }
            return plain;
        }
    }
}
