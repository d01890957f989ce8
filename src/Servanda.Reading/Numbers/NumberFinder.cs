// Finds numbers with what they count: "hơn 30 nhà ngoại giao", "10-15 dặm", "từ 20 xuống còn 10 người".
using Servanda.Model;
using Servanda.Reading.Dates;

namespace Servanda.Reading.Numbers;

/// <summary>A number in a text. Where it is a range, <paramref name="Value"/> to <paramref name="Most"/>, both included.</summary>
/// <param name="Span">The number with its unit; words that hedge it stand outside.</param>
/// <param name="Unit">What it counts (person, km, day, money:USD …); null where it stands alone.</param>
public sealed record NumberFound(Span Span, decimal Value, decimal? Most, NumberSense Sense, string? Unit);

/// <summary>Holds the number and unit words of one language. Immutable; may be used by many threads at once.</summary>
public sealed class NumberFinder
{
    private const int FirstYear = 1400, LastYear = 2199;

    /// <summary>Units of people and things, that no article, group or district has as its name.</summary>
    private static readonly HashSet<string?> Counted = new(StringComparer.Ordinal) { "person", "ship", "aircraft", "tank", "missile", "launcher", "warhead" };

    private readonly Vocabulary vocabulary = new();
    private readonly NumberWords words;
    private readonly PatternTrie.Node units, money, classifiers, before, after, range, change, notBefore, names, parts;
    private readonly bool[] scale;

    /// <summary>The words with which a number, or what bears on the number behind it, can begin: most words of a text begin neither.</summary>
    private readonly bool[] opening;

    public NumberFinder(UnitLexicon lexicon)
    {
        words = new(lexicon.Numbers, vocabulary);
        var trie = new PatternTrie(new("", [], [], [], [], new([], [], [])), vocabulary, words);
        units = trie.Phrases(lexicon.Units.SelectMany(unit => unit.Words, (unit, word) => (word, unit.Unit)));
        money = trie.Phrases(lexicon.Units.SelectMany(unit => unit.Before, (unit, word) => (word, unit.Unit)));
        classifiers = Phrases(lexicon.Classifiers);
        before = trie.Phrases(lexicon.Senses.SelectMany(sense => sense.Before, (sense, word) => (word, sense.Sense.ToString())));
        after = trie.Phrases(lexicon.Senses.SelectMany(sense => sense.After, (sense, word) => (word, sense.Sense.ToString())));
        range = Phrases(lexicon.Range);
        change = Phrases(lexicon.Change);
        notBefore = Phrases(lexicon.NotBefore);
        names = Phrases(lexicon.Names);
        parts = Phrases(["phần"]);
        scale = new bool[vocabulary.Count];
        foreach (var word in lexicon.Numbers)
            if (word is { Role: NumberRole.Scale, Value: >= 1000 }) scale[vocabulary.Add(word.Word)] = true;
        opening = new bool[vocabulary.Count];
        foreach (var edge in new[] { money, before, notBefore, names }.SelectMany(phrases => phrases.Edges)) opening[edge.Word] = true;
        for (var word = 1; word < opening.Length; word++) opening[word] |= words.Word(word) is not null;

        PatternTrie.Node Phrases(IEnumerable<string> all) => trie.Phrases(all.Select(word => (word, "")));
    }

    /// <summary>The numbers of a stretch, in order, not overlapping. Years, dates and what is part of a name or code are none;
    /// pass the dates found in the stretch (durations among them are numbers too).</summary>
    public IReadOnlyList<NumberFound> Find(string text, Span within, IReadOnlyList<DateMention>? dates = null)
    {
        using var pieces = Pieces.Of(text, within, vocabulary);
        List<NumberFound>? all = null;
        var sense = NumberSense.Exact;
        int senseEnds = -1, barred = -1, named = -1;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at] is { Number: < 0, Word: var word } && (word <= 0 || !opening[word])) continue;
            if (PatternTrie.Longest(before, pieces, at) is { } hedge && hedge.Next > senseEnds) (sense, senseEnds) = (Enum.Parse<NumberSense>(hedge.Value), hedge.Next);
            if (PatternTrie.Longest(notBefore, pieces, at) is { } bar) barred = Math.Max(barred, bar.Next);
            if (PatternTrie.Longest(names, pieces, at) is { } name) named = Math.Max(named, name.Next);
            // "Điều 3" is a name, "điều 3 tàu chiến" sends ships: what people or things follow were counted.
            if (Read(text, pieces, at, barred == at && named != at) is not { } number || named == at && !Counted.Contains(number.Unit) || Dated(number.Span, dates)) continue;
            var found = new NumberFound(number.Span, number.Value, number.Most, senseEnds == at ? sense : number.Sense, number.Unit);
            if (found.Sense == NumberSense.AtLeast && found.Most is not null) found = found with { Sense = NumberSense.Exact };
            (all ??= []).Add(found);
            at = number.Next - 1;
        }
        if (all is null) return [];
        Inherit(text, all);
        return all;
    }

    private readonly record struct Number(Span Span, int Next, decimal Value, decimal? Most, NumberSense Sense, string? Unit);

    private Number? Read(string text, Pieces pieces, int at, bool barred)
    {
        var sign = PatternTrie.Longest(money, pieces, at);
        var start = sign?.Next ?? at;
        if (start >= pieces.Count || Value(text, pieces, start, barred) is not { } first) return null;
        var (next, most) = (first.Next, (decimal?)null);
        if (PatternTrie.Longest(range, pieces, next) is { } join && join.Next < pieces.Count && Value(text, pieces, join.Next, false) is { } second
            && (pieces[next].Sign != '\0' || UnitAt(pieces, first.Next) is null) && second.Value > first.Value && (pieces[next].Sign != '\0' || UnitAt(pieces, second.Next) is not null) && pieces[next].Word != And)
            (next, most) = (second.Next, second.Value);
        var unit = sign?.Value;
        if (UnitAt(pieces, next) is { } named && (unit is null || named.Unit == unit)) (unit, next) = (named.Unit, named.Next);
        else if (unit is null && first.NeedsUnit && most is null) return null;
        if (unit is null && most is null && pieces[start] is { Digits: 4, Number: >= FirstYear and <= LastYear } && first.Next == start + 1) return null;
        if (!Ends(text, pieces, next)) return null;
        var sense = NumberSense.Exact;
        if (PatternTrie.Longest(after, pieces, next) is { } hedge) sense = Enum.Parse<NumberSense>(hedge.Value);
        return new(new(pieces[at].Start, pieces[next - 1].End), next, first.Value, most, sense, unit);
    }

    private int And => vocabulary.Find("và");

    /// <summary>Nothing that is counted is larger; what grows past it is no number ("9999999999999 tỷ tỷ").</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>A number in digits or words with what multiplies it ("5,4 tỷ"), or a fraction ("hai phần ba", "2/3").</summary>
    private (decimal Value, int Next, bool NeedsUnit)? Value(string text, Pieces pieces, int at, bool barred)
    {
        var piece = pieces[at];
        if (piece.Number >= 0)
        {
            if (!Starts(text, pieces, at) || Digits.Read(pieces, at) is not { } digits) return null;
            var (value, next) = digits;
            if (next + 1 < pieces.Count && pieces[next].Sign == '/' && !pieces[next].Space && pieces[next + 1] is { Number: > 1 and < 100, Space: false } below && value < below.Number)
                return (Math.Round(value / below.Number, 4), next + 2, false);
            while (next < pieces.Count && pieces[next].Word > 0 && pieces[next].Word < scale.Length && scale[pieces[next].Word])
            {
                if (value > Largest) return null;
                value *= words.Word(pieces[next++].Word)!.Value;
            }
            return (value, next, false);
        }
        if (barred || words.Read(pieces, at) is not { } said) return null;
        if (PatternTrie.Longest(parts, pieces, said.Next) is { } part && part.Next < pieces.Count && words.Word(pieces[part.Next].Word) is { Role: NumberRole.Digit or NumberRole.Tens, Value: > 1 } whole && said.Value < whole.Value)
            return (Math.Round(said.Value / whole.Value, 4), part.Next + 1, false);
        return (said.Value, said.Next, said.Next == at + 1);
    }

    private (string Unit, int Next)? UnitAt(Pieces pieces, int at)
    {
        if (PatternTrie.Longest(units, pieces, at) is { } unit) return (unit.Value, unit.Next);
        if (PatternTrie.Longest(classifiers, pieces, at) is { } classifier && PatternTrie.Longest(units, pieces, classifier.Next) is { } counted) return (counted.Value, counted.Next);
        return null;
    }

    /// <summary>"Từ 20 xuống còn 10 người": what a number goes from has the unit that it goes to.</summary>
    private void Inherit(string text, List<NumberFound> all)
    {
        for (var i = all.Count - 2; i >= 0; i--)
        {
            if (all[i].Unit is not null || all[i + 1].Unit is not { } unit) continue;
            using var pieces = Pieces.Of(text, new(all[i].Span.End, all[i + 1].Span.Start), vocabulary);
            if (pieces.Count > 0 && PatternTrie.Longest(change, pieces, 0) is { } join && join.Next == pieces.Count) all[i] = all[i] with { Unit = unit };
        }
    }

    private static bool Dated(Span span, IReadOnlyList<DateMention>? dates)
    {
        if (dates is null) return false;
        foreach (var date in dates)
            if (date.Span.Overlaps(span) && !date.IsDuration) return true;
        return false;
    }

    /// <summary>Whether digits begin here and not in a code, a clock time or a name: "Su-30", "9M729", "7:30", "START-3".</summary>
    private static bool Starts(string text, Pieces pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Start == 0 || piece.Space || at == 0) return true;
        var left = text[piece.Start - 1];
        if (char.IsLetterOrDigit(left)) return false;
        return left is not ('-' or '–' or '/' or '.' or ',' or ':' or '#' or '+') || piece.Start < 2 || !char.IsLetterOrDigit(text[piece.Start - 2]) || char.IsAsciiDigit(text[piece.Start - 2]) && left is '-' or '–';
    }

    private static bool Ends(string text, Pieces pieces, int next)
    {
        var last = pieces[next - 1];
        if (last.End >= text.Length) return true;
        var right = text[last.End];
        if (char.IsLetterOrDigit(right) && last.Sign == '\0') return false;
        if (last.Number < 0) return true;
        if (last.End + 1 >= text.Length) return true;
        var beyond = text[last.End + 1];
        return right switch
        {
            '/' or ':' or '.' or ',' => !char.IsLetterOrDigit(beyond),
            '-' or '–' => !char.IsLetter(beyond),
            _ => true,
        };
    }
}
