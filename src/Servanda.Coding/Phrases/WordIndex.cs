// The words of a sentence by the token at which they begin and end: heads, function words, cues and attributions.
using System.Runtime.CompilerServices;
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Looks up what stands at or before a token. Of several words of a role the longest counts. Hot: asked several times a token, hence arrays and a bit for each role, which the compiler works out where the role is a constant and the question is put in line.</summary>
public sealed class WordIndex
{
    /// <summary>How far behind a request the world may stand from whom something is asked, in tokens.</summary>
    private const int Help = 5;

    private readonly LexiconMatch[] starting, ending;

    /// <summary>Where the words of a token stand in <see cref="starting"/> and <see cref="ending"/>: from its own number to the next one's.</summary>
    private readonly int[] starts, ends;

    /// <summary>A bit for each role and cue that the sentence has; several share one.</summary>
    private readonly ulong roles, cues;

    /// <summary>The same for the roles of the words that begin, and that end, at each token. A question about a role is answered by them nearly always: most are answered with no.</summary>
    private readonly ulong[] beginning, closing;

    public WordIndex(Sentence sentence)
    {
        var (words, count) = (sentence.Words, sentence.Tokens.Count);
        (starting, ending) = (new LexiconMatch[words.Count], new LexiconMatch[words.Count]);
        (starts, ends) = (new int[count + 2], new int[count + 3]);
        (beginning, closing) = (new ulong[count], new ulong[count + 1]);
        foreach (var match in words)
        {
            starts[match.First + 2]++;
            ends[match.Last + 2]++;
            switch (match.Entry)
            {
                case FunctionEntry function:
                    var bit = Bit(function.Role);
                    roles |= bit;
                    beginning[match.First] |= bit;
                    closing[match.Last] |= bit;
                    break;
                case CueEntry cue: cues |= Bit(cue.Cue); break;
                case FrameEntry: HasFrames = true; break;
                case AttributionEntry: HasAttributions = true; break;
                case BodyNounEntry: HasBodyNouns = true; break;
            }
        }
        for (var at = 2; at < starts.Length; at++) starts[at] += starts[at - 1];
        for (var at = 2; at < ends.Length; at++) ends[at] += ends[at - 1];
        foreach (var match in words)
        {
            starting[starts[match.First + 1]++] = match;
            ending[ends[match.Last + 1]++] = match;
        }
        Names = new(sentence, this);
    }

    /// <summary>The names of the sentence by the token at which they begin.</summary>
    internal NameIndex Names { get; }

    /// <summary>Whether any head of a frame stands in the sentence: without one it tells no act.</summary>
    public bool HasFrames { get; }

    /// <summary>Whether any word stands in the sentence that says whose word it is.</summary>
    public bool HasAttributions { get; }

    /// <summary>Whether any common noun stands in the sentence that can mean an organisation.</summary>
    public bool HasBodyNouns { get; }

    /// <summary>Whether a function word of a role may stand in the sentence. No is certain and spares a walk over its words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(string role) => (roles & Bit(role)) != 0;

    /// <summary>Whether a cue of a kind may stand in the sentence. No is certain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveCue(string cue) => (cues & Bit(cue)) != 0;

    /// <summary>The bits of several roles, for <see cref="MayBegin"/>.</summary>
    internal static ulong Bits(params ReadOnlySpan<string> roles)
    {
        var bits = 0UL;
        foreach (var role in roles) bits |= Bit(role);
        return bits;
    }

    /// <summary>Whether a function word of one of several roles may begin at a token. No is certain and spares a walk over the words there.</summary>
    internal bool MayBegin(int token, ulong roles) => (uint)token < (uint)beginning.Length && (beginning[token] & roles) != 0;

    /// <summary>The same for words that end before a token.</summary>
    internal bool MayEnd(int token, ulong roles) => (uint)token < (uint)closing.Length && (closing[token] & roles) != 0;

    /// <summary>The longest word of a role that begins at a token; null where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconMatch? At(int token, string role) => (uint)token < (uint)beginning.Length && (beginning[token] & Bit(role)) != 0 ? LongestFrom(token, role) : null;

    /// <summary>Whether a word of a role begins at a token from the first on and before the last; tokens outside the sentence begin nothing.</summary>
    public bool Begins(string role, int first, int last)
    {
        if (!MayHave(role)) return false;
        for (var at = Math.Max(0, first); at < Math.Min(last, beginning.Length); at++)
            if (At(at, role) is not null) return true;
        return false;
    }

    /// <summary>Whether a request is made to the world, that is to nobody in particular.</summary>
    internal bool IsToWorld(Candidate request)
    {
        for (var at = request.First + 1; at <= request.HeadEnd; at++)
            if (At(at, "world") is { } world && world.Last >= request.HeadEnd) return true;
        // "kêu gọi sự giúp đỡ từ cộng đồng quốc tế"
        for (var at = request.HeadEnd + 1; at <= request.HeadEnd + Help; at++)
            if (At(at, "world") is not null && EndingAt(at).Any(word => word.Entry is FunctionEntry { Role: "from" or "owner" })) return true;
        return false;
    }

    /// <summary>Whether a verb of making, issuing or imposing stands behind an agent: "kế hoạch do Pháp soạn thảo", "giới hạn do Nga áp".</summary>
    internal bool IsMaker(ActorPhrase agent) => (At(agent.Last, "imposes") ?? At(agent.Last, "issues") ?? At(agent.Last + 1, "issues")) is not null;

    /// <summary>The longest word of a role that ends before a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconMatch? Before(int token, string role) => (uint)token < (uint)closing.Length && (closing[token] & Bit(role)) != 0 ? LongestTo(token, role) : null;

    /// <summary>The words that begin at a token; none beyond the sentence.</summary>
    public WordsHere StartingAt(int token) => (uint)token < (uint)(starts.Length - 2) ? new(starting, starts[token], starts[token + 1]) : default;

    public WordsHere EndingAt(int token) => (uint)token < (uint)(ends.Length - 2) ? new(ending, ends[token], ends[token + 1]) : default;

    private LexiconMatch? LongestFrom(int token, string role) => Longest(StartingAt(token), role);

    private LexiconMatch? LongestTo(int token, string role) => Longest(EndingAt(token), role);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LexiconMatch? Longest(WordsHere here, string role)
    {
        LexiconMatch? best = null;
        foreach (var match in here)
            if (match.Entry is FunctionEntry function && function.Role == role && (best is null || match.Length > best.Value.Length)) best = match;
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(string name) => name.Length == 0 ? 0 : 1UL << (name[0] * 5 + name[^1] * 3 + name.Length * 7);
}
