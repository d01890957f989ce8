// All rules of a language as one trie over pieces, walked once from each piece that can start one.
using System.Runtime.InteropServices;
using Servanda.Model;
using Servanda.Reading.Numbers;

namespace Servanda.Reading.Dates;

/// <summary>What a slot was filled with: a number, or the value of a list.</summary>
internal readonly record struct Capture(string Slot, decimal Number, string? Text);

/// <summary>A rule that fits: up to which piece (not included), and what its slots hold.</summary>
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

    public bool CanStart(in Piece piece) => piece.Number >= 0 || piece.Word > 0 && piece.Word < byWord.Length && byWord[piece.Word] is not null;

    /// <summary>Adds every rule that fits from a piece on to <paramref name="found"/>.</summary>
    /// <param name="captures">Scratch space, empty before and after.</param>
    public void Walk(Pieces pieces, int at, List<Capture> captures, List<RuleMatch> found)
    {
        var piece = pieces[at];
        if (piece.Word > 0 && piece.Word < byWord.Length && byWord[piece.Word] is { } words) Take(words, root, pieces, at, captures, found);
        if (piece.Number >= 0) Take(byNumber, root, pieces, at, captures, found);
    }

    /// <summary>The longest phrase of a trie of phrases from a piece on, with its value; null where none fits.</summary>
    public static (int Next, string Value)? Longest(Node phrases, Pieces pieces, int at)
    {
        (int, string)? best = null;
        var node = phrases;
        while (true)
        {
            if (node.Value is { } value) best = (at, value);
            if (at >= pieces.Count || node.Literal(pieces[at], node == phrases) is not { } next) return best;
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

    private void Walk(Node node, Pieces pieces, int at, List<Capture> captures, List<RuleMatch> found)
    {
        foreach (var rule in node.Rules) found.Add(new(rule, at, [.. captures]));
        if (at < pieces.Count && node.MayGoOn(pieces[at])) Take(CollectionsMarshal.AsSpan(node.Edges), node, pieces, at, captures, found);
    }

    private void Take(ReadOnlySpan<Edge> edges, Node node, Pieces pieces, int at, List<Capture> captures, List<RuleMatch> found)
    {
        var piece = pieces[at];
        if (piece is { Word: <= 0, Number: < 0 }) return;
        foreach (var edge in edges)
        {
            if (edge.Glued && piece.Space && node != root) continue;
            if (edge.Slot is null)
            {
                if (edge.Word == piece.Word && (!edge.Capital || piece.Capital)) Walk(edge.Target, pieces, at + 1, captures, found);
            }
            else if (edge.List is not null)
            {
                Fill(edge.List, edge, pieces, at, captures, found);
            }
            else if (Number(edge.Type, pieces, at) is { } number && Fits(captures, edge.Slot, number.Value, null))
            {
                captures.Add(new(edge.Slot, number.Value, null));
                Walk(edge.Target, pieces, number.Next, captures, found);
                captures.RemoveAt(captures.Count - 1);
            }
        }
    }

    private void Fill(Node list, Edge edge, Pieces pieces, int at, List<Capture> captures, List<RuleMatch> found)
    {
        var node = list;
        var next = at;
        while (next < pieces.Count && node.Literal(pieces[next], node == list) is { } inner)
        {
            node = inner;
            next++;
            if (node.Value is not { } value || !Fits(captures, edge.Slot!, 0, value)) continue;
            captures.Add(new(edge.Slot!, 0, value));
            Walk(edge.Target, pieces, next, captures, found);
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

    private (decimal Value, int Next)? Number(SlotType type, Pieces pieces, int at)
    {
        var piece = pieces[at];
        if (type is SlotType.Count or SlotType.Small)
        {
            if (piece.Number < 0) return numbers.Read(pieces, at);
            return type == SlotType.Small ? piece.Digits <= 2 ? (piece.Number, at + 1) : null : Digits.Read(pieces, at);
        }
        var fits = type switch
        {
            SlotType.Day => piece is { Number: >= 1 and <= 31, Digits: 1 or 2 },
            SlotType.Month => piece is { Number: >= 1 and <= 12, Digits: 1 or 2 },
            SlotType.Year => piece is { Number: >= 1400 and <= 2199, Digits: 4 },
            SlotType.Year2 => piece is { Number: >= 0, Digits: 2 },
            SlotType.OldYear => piece is { Number: >= 45, Digits: 2 },
            SlotType.Decade => piece is ({ Number: >= 0, Digits: 2 } or { Number: >= 1400 and <= 2190, Digits: 4 }) && piece.Number % 10 == 0,
            SlotType.Hour => piece is { Number: >= 0 and <= 24, Digits: 1 or 2 },
            SlotType.Minute => piece is { Number: >= 0 and <= 59, Digits: 2 },
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "a type of number"),
        };
        if (!fits) return null;
        var value = piece.Digits == 2 && type is (SlotType.Year2 or SlotType.OldYear or SlotType.Decade) ? Century(piece.Number) : piece.Number;
        return (value, at + 1);
    }

    /// <summary>A year of two digits: up to 40 is of this century, as the press writes it.</summary>
    private static int Century(int year) => year <= 40 ? 2000 + year : 1900 + year;

    internal enum SlotType { List, Day, Month, Year, Year2, OldYear, Decade, Hour, Minute, Count, Small }

    internal sealed record Edge(int Word, bool Capital, string? Slot, SlotType Type, Node? List, bool Glued)
    {
        public Node Target { get; init; } = null!;

        /// <summary>Whether the same step is taken, wherever it leads.</summary>
        public bool IsLike(Edge other) => Word == other.Word && Capital == other.Capital && Slot == other.Slot && Type == other.Type && List == other.List && Glued == other.Glued;
    }

    internal sealed class Node
    {
        private const int Few = 6;

        public List<Edge> Edges { get; } = [];

        public List<DateRule> Rules { get; } = [];

        public string? Value { get; set; }

        /// <summary>The edges of each word, where there are so many edges that looking through them would take long.</summary>
        private Dictionary<int, List<Edge>>? byWord;

        /// <summary>The lowest six bits of the edges' words: most words that no edge has are told by them.</summary>
        private ulong words;

        /// <summary>Whether a step might be taken over a piece. Slots have the word 0, so that its bit tells of them.</summary>
        public bool MayGoOn(in Piece piece) => (words & (1UL << piece.Word | 1)) != 0;

        public Node Step(Edge edge)
        {
            foreach (var known in Of(edge.Word))
                if (known.IsLike(edge)) return known.Target;
            var target = new Node();
            Edges.Add(edge with { Target = target });
            words |= 1UL << edge.Word;
            if (byWord is not null) Index(Edges[^1]);
            else if (Edges.Count > Few) Index();
            return target;
        }

        /// <summary>The edges among which those of a word stand, in their order.</summary>
        private ReadOnlySpan<Edge> Of(int word) =>
            (words & 1UL << word) == 0 ? [] : byWord is null ? CollectionsMarshal.AsSpan(Edges) : byWord.TryGetValue(word, out var same) ? CollectionsMarshal.AsSpan(same) : [];

        private void Index()
        {
            byWord = [];
            foreach (var edge in Edges) Index(edge);
        }

        private void Index(Edge edge)
        {
            if (!byWord!.TryGetValue(edge.Word, out var same)) byWord.Add(edge.Word, same = []);
            same.Add(edge);
        }

        public Node? Literal(in Piece piece, bool first)
        {
            if (piece.Word <= 0) return null;
            Node? plain = null;
            foreach (var edge in Of(piece.Word))
            {
                if (edge.Word != piece.Word || edge.Glued && piece.Space && !first) continue;
                if (!edge.Capital) plain = edge.Target;
                else if (piece.Capital) return edge.Target;
            }
            return plain;
        }
    }
}
