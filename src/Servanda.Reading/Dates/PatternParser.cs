// The small language that date rules are written in, unfolded into plain sequences of words and slots.
using System.Globalization;
using System.Text;

namespace Servanda.Reading.Dates;

/// <summary>One step of a pattern: a word or sign as written, or a slot; glued where the text may have no space before it.</summary>
internal readonly record struct PatternStep(string? Literal, string? Slot, string? Type, bool Glued)
{
    public override string ToString() => (Glued ? "" : " ") + (Literal ?? "{" + (Slot == Type ? Slot : $"{Slot}:{Type}") + "}");
}

/// <summary>
/// A pattern is words, signs, slots <c>{name}</c> or <c>{name:type}</c>, what may be left out in <c>[ ]</c> and choices in <c>( | )</c>; nesting is free.
/// It is unfolded into all sequences it stands for.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>A pattern that stands for more sequences than this is a mistake.</summary>
    public const int MostSequences = 4000;

    private readonly string pattern;
    private int at;

    private PatternParser(string pattern) => this.pattern = pattern;

    /// <summary>All sequences of a pattern; throws <see cref="FormatException"/> with what was found where.</summary>
    public static List<List<PatternStep>> Unfold(string pattern)
    {
        var parser = new PatternParser(pattern);
        var all = parser.Choice('\0');
        if (parser.at < pattern.Length) throw new FormatException($"'{pattern[parser.at]}' at {parser.at + 1} closes nothing");
        return all;
    }

    private List<List<PatternStep>> Choice(char close)
    {
        var all = new List<List<PatternStep>>();
        while (true)
        {
            all.AddRange(Sequence(close));
            if (all.Count > MostSequences) throw new FormatException($"more than {MostSequences} sequences");
            if (at >= pattern.Length || pattern[at] != '|') return all;
            at++;
        }
    }

    private List<List<PatternStep>> Sequence(char close)
    {
        var all = new List<List<PatternStep>> { new() };
        var glued = false;
        while (at < pattern.Length && pattern[at] != '|' && pattern[at] != close)
        {
            var c = pattern[at];
            if (c == ' ')
            {
                at++;
                glued = false;
                continue;
            }
            if (c is '[' or '(')
            {
                at++;
                var next = Choice(c == '[' ? ']' : ')');
                if (at >= pattern.Length || pattern[at] != (c == '[' ? ']' : ')')) throw new FormatException($"'{c}' is not closed");
                at++;
                for (var i = 0; i < next.Count; i++)
                    if (next[i].Count > 0) next[i] = [next[i][0] with { Glued = glued }, .. next[i].Skip(1)];
                if (c == '[') next.Add([]);
                all = [.. all.SelectMany(_ => next, (before, step) => (List<PatternStep>)[.. before, .. step])];
            }
            else
            {
                var step = Step(glued);
                foreach (var sequence in all) sequence.Add(step);
            }
            if (all.Count > MostSequences) throw new FormatException($"more than {MostSequences} sequences");
            glued = true;
        }
        return all;
    }

    private PatternStep Step(bool glued)
    {
        if (pattern[at] == '{')
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0) throw new FormatException("'{' is not closed");
            var parts = pattern[(at + 1)..end].Split(':');
            at = end + 1;
            return parts is [var name] ? new(null, name, name, glued) : parts is [var named, var type] ? new(null, named, type, glued) : throw new FormatException($"'{string.Join(':', parts)}' is no slot");
        }
        if (pattern[at] == '\\' && at + 1 < pattern.Length) at++;
        else if (pattern[at] is ']' or ')' or '}') throw new FormatException($"'{pattern[at]}' at {at + 1} closes nothing");
        var start = at++;
        if (IsWord(pattern[start]))
            while (at < pattern.Length && IsWord(pattern[at])) at++;
        else if (char.IsAsciiDigit(pattern[start]))
            while (at < pattern.Length && char.IsAsciiDigit(pattern[at])) at++;
        return new(pattern[start..at], null, null, glued);
    }

    private static bool IsWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
