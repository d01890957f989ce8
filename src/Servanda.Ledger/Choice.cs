// Which event an account chooses of those that it fits: the same whether all look for theirs at once or one becomes known after the other.
namespace Servanda.Ledger;

/// <summary>The one that it is most alike to; of several that it is as alike to, the one that most pages tell of; where that does not decide either, none: it does not say which one it means. In whatever order they are offered.</summary>
/// <param name="pages">How many pages tell of an event; asked only where likeness does not decide.</param>
internal struct Choice<TEvent>(Func<TEvent, int> pages) where TEvent : class
{
    private TEvent? best;
    private int likest;
    private int? told;
    private bool isTied;

    public readonly TEvent? Made => isTied ? null : best;

    public void Offer(TEvent one, int likeness)
    {
        if (best is null || likeness > likest)
        {
            (best, likest, told, isTied) = (one, likeness, null, false);
            return;
        }
        if (likeness < likest) return;
        told ??= pages(best);
        var by = pages(one);
        if (by < told) return;
        isTied = by == told;
        (best, told) = (one, by);
    }
}
