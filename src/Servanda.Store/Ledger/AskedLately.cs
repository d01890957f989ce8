// What was asked for lately, kept for a while because neighbours ask for the same again.
using System.Diagnostics.CodeAnalysis;

namespace Servanda.Store;

/// <summary>Two generations: when the late ones weigh too much they become the early ones, and those before them go; what is asked for again is late again. For one thread at a time.</summary>
/// <param name="most">What a generation weighs at most, or its only member.</param>
/// <param name="weightOf">One each, where it is not given.</param>
internal sealed class AskedLately<TKey, TValue>(int most, Func<TValue, int>? weightOf = null) where TKey : notnull
{
    private Dictionary<TKey, TValue> late = [], early = [];
    private int weight;

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (late.TryGetValue(key, out value)) return true;
        if (!early.Remove(key, out value)) return false;
        Keep(key, value);
        return true;
    }

    public TValue Keep(TKey key, TValue value)
    {
        var own = weightOf?.Invoke(value) ?? 1;
        if (weight > 0 && weight + own > most) (early, late, weight) = (late, [], 0);
        weight += own;
        return late[key] = value;
    }
}
