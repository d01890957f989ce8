// The names of a sentence by the token at which they begin.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>At most one name begins at a token, since names do not overlap.</summary>
internal readonly struct NameIndex
{
    private readonly LexiconMatch[] starts;

    public NameIndex(Sentence sentence)
    {
        starts = new LexiconMatch[sentence.Tokens.Count];
        foreach (var name in sentence.Names) starts[name.First] = name;
    }

    /// <summary>The name that begins at a token; none does beyond the sentence.</summary>
    public bool TryGetValue(int token, out LexiconMatch name)
    {
        name = (uint)token < (uint)starts.Length ? starts[token] : default;
        return name.Entry is not null;
    }

    public bool ContainsKey(int token) => TryGetValue(token, out _);
}
