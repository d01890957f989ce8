// In which order deeds take effect.
namespace Servanda.Terms;

/// <summary>By day, on one day by <see cref="Deed.Rank"/>, then by id, so that no order of arrival counts.</summary>
internal static class DeedOrder
{
    /// <param name="late">Whether deeds of uncertain day count from the last day that they can mean, or from the first.</param>
    public static IReadOnlyList<Deed> Sorted(IReadOnlyList<Deed> deeds, bool late)
    {
        for (var i = 1; i < deeds.Count; i++)
        {
            if (Compare(deeds[i - 1], deeds[i]) > 0) return [.. deeds.Order(Comparer<Deed>.Create(Compare))];
        }
        return deeds;

        int Compare(Deed a, Deed b) => DeedOrder.Compare(a, b, late);
    }

    /// <summary>Deeds in their order with one more, in its place.</summary>
    public static IReadOnlyList<Deed> Among(List<Deed> deeds, Deed one, bool late)
    {
        var place = deeds.FindIndex(deed => Compare(one, deed, late) < 0);
        deeds.Insert(place < 0 ? deeds.Count : place, one);
        return deeds;
    }

    private static int Compare(Deed a, Deed b, bool late)
    {
        var byDay = a.On(late).CompareTo(b.On(late));
        if (byDay != 0) return byDay;
        return a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : string.CompareOrdinal(a.Id, b.Id);
    }
}
