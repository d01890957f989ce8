// Changed copies among many stories, found without comparing every story with every other.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// Joins stories of which one is a copy of the other. Copies agree in at least 39 of 64 classes, so of the 32 pairs of neighbouring classes at least 7 are equal in both (25 classes that differ spoil
/// 25 pairs at most): who shares no pair need not be compared, and none is missed.
/// </summary>
/// <param name="found">What to do with two stories that are copies and were not joined before.</param>
internal sealed class CopySearch(DisjointSets sets, Action<int> found)
{
    private readonly Dictionary<(int Pair, uint First, uint Second), Alike> alike = [];

    /// <param name="item">Its number in the sets.</param>
    public void Add(int item, StorySignature print)
    {
        for (var pair = 0; 2 * pair + 1 < print.Smallest.Count; pair++)
        {
            var key = (pair, print.Smallest[2 * pair], print.Smallest[2 * pair + 1]);
            if (!alike.TryGetValue(key, out var others)) alike[key] = others = new();
            others.Compare(item, print, sets, found);
        }
    }

    /// <summary>Stories that have a pair in common. As long as all of them are one set, whoever is in it need not look at them.</summary>
    private sealed class Alike
    {
        private readonly List<(int Item, StorySignature Print)> stories = [];
        private bool areOne = true;

        public void Compare(int item, StorySignature print, DisjointSets sets, Action<int> found)
        {
            areOne = areOne || AreOne(sets);
            foreach (var (other, otherPrint) in stories)
            {
                if (sets.Of(item) == sets.Of(other))
                {
                    if (areOne) break;
                    continue;
                }
                if (!print.IsCopyOf(otherPrint)) continue;
                sets.Join(item, other);
                found(item);
            }
            stories.Add((item, print));
            areOne = areOne && sets.Of(item) == sets.Of(stories[0].Item);
        }

        private bool AreOne(DisjointSets sets)
        {
            var first = sets.Of(stories[0].Item);
            return stories.TrueForAll(story => sets.Of(story.Item) == first);
        }
    }
}
