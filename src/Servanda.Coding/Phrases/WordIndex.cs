// The words of a sentence by the token at which they begin and end: heads, function words, cues and attributions.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Looks up what stands at or before a token. Of several words of a role the longest counts. Hot: asked several times a token, hence arrays.</summary>
public sealed class WordIndex
{
    private static readonly LexiconMatch[] None = [];
    private readonly LexiconMatch[]?[] starts;
    private readonly LexiconMatch[]?[] ends;

    public WordIndex(Sentence sentence)
    {
        var count = sentence.Tokens.Count;
        (starts, ends) = (new LexiconMatch[]?[count], new LexiconMatch[]?[count + 1]);
        foreach (var match in sentence.Words)
        {
            Add(ref starts[match.First], match);
            Add(ref ends[match.Last], match);
            HasFrames |= match.Entry is FrameEntry;
            HasAttributions |= match.Entry is AttributionEntry;
        }
    }

    /// <summary>Whether any head of a frame stands in the sentence: without one it tells no act.</summary>
    public bool HasFrames { get; }

    /// <summary>Whether any word stands in the sentence that says whose word it is.</summary>
    public bool HasAttributions { get; }

    /// <summary>The longest word of a role that begins at a token; null where none does.</summary>
    public LexiconMatch? At(int token, string role) => Longest(StartingAt(token), role);

    /// <summary>The longest word of a role that ends before a token.</summary>
    public LexiconMatch? Before(int token, string role) => Longest(EndingAt(token), role);

    /// <summary>The words that begin at a token; none beyond the sentence.</summary>
    public LexiconMatch[] StartingAt(int token) => (uint)token < (uint)starts.Length ? starts[token] ?? None : None;

    public LexiconMatch[] EndingAt(int token) => (uint)token < (uint)ends.Length ? ends[token] ?? None : None;

    private static LexiconMatch? Longest(LexiconMatch[] list, string role)
    {
        LexiconMatch? best = null;
        foreach (var match in list)
            if (match.Entry is FunctionEntry function && function.Role == role && (best is null || match.Length > best.Value.Length)) best = match;
        return best;
    }

    private static void Add(ref LexiconMatch[]? list, LexiconMatch match) => list = list is null ? [match] : [.. list, match];
}
