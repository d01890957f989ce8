// Questions to a list that a sentence is asked hundreds of times.
namespace Servanda.Coding;

/// <summary>What <see cref="Enumerable"/> is asked of lists, answered by <see cref="List{T}"/> itself, which need not look first what kind of sequence it has. Hot: coding asks little else.</summary>
internal static class ListQueries
{
    public static bool Any<T>(this List<T> list, Predicate<T> fits) => list.Exists(fits);

    public static bool All<T>(this List<T> list, Predicate<T> fits) => list.TrueForAll(fits);

    public static T? FirstOrDefault<T>(this List<T> list, Predicate<T> fits) => list.Find(fits);

    public static T? LastOrDefault<T>(this List<T> list, Predicate<T> fits) => list.FindLast(fits);
}
