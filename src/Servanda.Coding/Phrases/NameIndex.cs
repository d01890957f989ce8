// The names of a sentence by the token at which they begin.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>At most one name begins at a token, since names do not overlap. The noun that a state's name explains is part of it: "phía Mỹ", "nước láng giềng Iran".</summary>
internal readonly struct NameIndex
{
    private readonly List<LexiconMatch> names;

    /// <summary>For each token the number of the name that begins there, from 1 on; 0 where none does.</summary>
    private readonly int[] starts;

    public NameIndex(Sentence sentence, WordIndex words)
    {
        (names, starts) = (sentence.Names, new int[sentence.Tokens.Count]);
        for (var number = 0; number < names.Count; number++) starts[names[number].First] = number + 1;
        for (var number = 0; number < names.Count; number++)
            if (names[number].Entry is ActorEntry { Form: not (ActorForm.Demonym or ActorForm.Alias) } && words.Before(names[number].First, "explained") is { } noun && starts[noun.First] == 0) starts[noun.First] = number + 1;
    }

    /// <summary>The name that begins at a token; none does beyond the sentence.</summary>
    public bool TryGetValue(int token, out LexiconMatch name)
    {
        var found = ContainsKey(token);
        name = found ? names[starts[token] - 1] with { First = token } : default;
        return found;
    }

    public bool ContainsKey(int token) => (uint)token < (uint)starts.Length && starts[token] != 0;
}
