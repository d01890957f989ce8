// The names of a sentence by the token at which they begin.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>At most one name begins at a token, since names do not overlap. The noun that a state's name explains is part of it: "phía Mỹ", "nước láng giềng Iran".</summary>
internal readonly struct NameIndex
{
    private readonly LexiconMatch[] starts;

    public NameIndex(Sentence sentence, WordIndex words)
    {
        starts = new LexiconMatch[sentence.Tokens.Count];
        foreach (var name in sentence.Names) starts[name.First] = name;
        foreach (var name in sentence.Names)
            if (name.Entry is ActorEntry { Form: not (ActorForm.Demonym or ActorForm.Alias) } && words.Before(name.First, "explained") is { } noun && !ContainsKey(noun.First)) starts[noun.First] = name with { First = noun.First };
    }

    /// <summary>The name that begins at a token; none does beyond the sentence.</summary>
    public bool TryGetValue(int token, out LexiconMatch name)
    {
        name = (uint)token < (uint)starts.Length ? starts[token] : default;
        return name.Entry is not null;
    }

    public bool ContainsKey(int token) => TryGetValue(token, out _);
}
