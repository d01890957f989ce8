// Questions to a list that a sentence is asked hundreds of times.
using System.Runtime.InteropServices;

namespace Servanda.Coding;

/// <summary>What <see cref="Enumerable"/> answers as well, which looks first what kind of sequence it has. Hot: coding asks little else.</summary>
internal static class ListQueries
{
    public static bool Any<T>(this List<T> list, Func<T, bool> fits)
    {
        foreach (var one in CollectionsMarshal.AsSpan(list))
            if (fits(one)) return true;
        return false;
    }

    public static bool All<T>(this List<T> list, Func<T, bool> fits)
    {
        foreach (var one in CollectionsMarshal.AsSpan(list))
            if (!fits(one)) return false;
        return true;
    }

    public static T? FirstOrDefault<T>(this List<T> list, Func<T, bool> fits)
    {
        foreach (var one in CollectionsMarshal.AsSpan(list))
            if (fits(one)) return one;
        return default;
    }

    public static T? LastOrDefault<T>(this List<T> list, Func<T, bool> fits)
    {
        for (var at = list.Count - 1; at >= 0; at--)
            if (fits(list[at])) return list[at];
        return default;
    }
}
