// Numbers by keys of 64 bits.
namespace Servanda.Reading.Annotation;

/// <summary>An open hash table that only grows. It stands for a dictionary of numbers by numbers, whose code would be compiled at each start and not ahead.</summary>
internal sealed class KeyNumbers
{
    private long[] keys;
    private int[] numbers;
    private int count;

    /// <param name="capacity">How many keys are expected.</param>
    public KeyNumbers(int capacity)
    {
        var size = 16;
        while (size < 2 * capacity) size *= 2;
        (keys, numbers) = (new long[size], new int[size]);
    }

    /// <summary>The number of a key; 0 where it has none.</summary>
    public int Find(long key)
    {
        for (var at = Home(key); numbers[at] != 0; at = (at + 1) & (keys.Length - 1))
            if (keys[at] == key) return numbers[at];
        return 0;
    }

    /// <param name="key">A key that has no number yet.</param>
    /// <param name="number">More than 0.</param>
    public void Add(long key, int number)
    {
        if (++count * 2 > keys.Length) Grow();
        Place(key, number);
    }

    private void Place(long key, int number)
    {
        var at = Home(key);
        while (numbers[at] != 0) at = (at + 1) & (keys.Length - 1);
        (keys[at], numbers[at]) = (key, number);
    }

    private void Grow()
    {
        var (before, known) = (keys, numbers);
        (keys, numbers) = (new long[before.Length * 2], new int[before.Length * 2]);
        for (var i = 0; i < before.Length; i++)
            if (known[i] != 0) Place(before[i], known[i]);
    }

    /// <summary>Fibonacci hashing: neighbouring keys end up far apart.</summary>
    private int Home(long key) => (int)((ulong)(key * -7046029254386353131L) >> 32) & (keys.Length - 1);
}
