// One event of a set of accounts that grows: who is of it now, and who was from which day to which.
namespace Servanda.Ledger;

/// <summary>Accounts are called by their place in the order in which they look for their event (<see cref="Account.InOrder"/>), days by their number.</summary>
internal sealed class GrowingCluster
{
    private const int Open = int.MaxValue;

    private readonly List<Stay> stays = [];
    private readonly List<int> days = [];

    private readonly record struct Stay(int Account, int From, int Until);

    /// <summary>Those who are of it now, in their order.</summary>
    public List<int> Members { get; } = [];

    /// <summary>The first of them, and a mark of every actor that one of them has named: see <see cref="GrowingClusters"/>.</summary>
    public int First { get; private set; } = int.MaxValue;

    public ulong Marks { get; private set; }

    /// <summary>The same by their kind, each kind in its order.</summary>
    public List<(int Kind, List<int> Members)> Kinds { get; } = [];

    /// <summary>The days on which somebody came or went: from each of them to the next it is one event.</summary>
    public IReadOnlyList<int> Days => days;

    /// <summary>Where the last of the days stands that had come by a day; null where none had.</summary>
    public int? SinceOn(int day) => days.BinarySearch(day) switch { >= 0 and var at => at, -1 => null, var next => ~next - 1 };

    public void Add(int account, int kind, ulong marks, int day)
    {
        Into(Members, account);
        (First, Marks) = (Members[0], Marks | marks);
        var place = Kinds.FindIndex(one => one.Kind == kind);
        if (place < 0) Kinds.Add((kind, [account]));
        else Into(Kinds[place].Members, account);
        var stay = stays.FindLastIndex(one => one.Account == account);
        if (stay >= 0 && stays[stay].Until == day) stays[stay] = stays[stay] with { Until = Open };
        else stays.Add(new(account, day, Open));
        Changed(day);
    }

    public void Remove(int account, int kind, int day)
    {
        Members.RemoveAt(Members.BinarySearch(account));
        First = Members.Count == 0 ? int.MaxValue : Members[0];
        var place = Kinds.FindIndex(one => one.Kind == kind);
        Kinds[place].Members.Remove(account);
        if (Kinds[place].Members.Count == 0) Kinds.RemoveAt(place);
        var stay = stays.FindLastIndex(one => one.Account == account);
        stays[stay] = stays[stay] with { Until = day };
        Changed(day);
    }

    /// <summary>Who was of it when a day was over; none where it was no event then.</summary>
    public IEnumerable<int> On(int day) => stays.Where(stay => stay.From <= day && day < stay.Until).Select(stay => stay.Account);

    /// <summary>Nobody comes or goes any more.</summary>
    public void Close()
    {
        Members.Clear();
        Kinds.Clear();
        stays.TrimExcess();
        days.TrimExcess();
    }

    private void Changed(int day)
    {
        if (days.Count == 0 || days[^1] != day) days.Add(day);
    }

    private static void Into(List<int> ordered, int one) => ordered.Insert(~ordered.BinarySearch(one), one);
}
