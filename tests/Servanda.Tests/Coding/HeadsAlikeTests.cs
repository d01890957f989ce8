// Heads found by their words: those with the same words are one group, in their order.
using Servanda.Model;
using Servanda.Reading.Annotation;
using Xunit;

namespace Servanda.Tests;

public class HeadsAlikeTests
{
    private static readonly LexiconEntry First = new FunctionEntry("first"), Second = new FunctionEntry("second"), Third = new FunctionEntry("third"), Wordless = new FunctionEntry("none");

    private static readonly HeadsAlike Heads = new([(First, [1, 2]), (Wordless, []), (Second, [1]), (Third, [1, 2])]);

    [Fact]
    public void Heads_with_the_same_words_come_together_and_in_their_order() => Assert.Equal([First, Third], Entries(1, 2));

    [Fact]
    public void A_head_is_not_found_by_the_beginning_of_its_words_nor_by_more() => Assert.Equal([0, 0, 0], [Group(2), Group(1, 2, 3), Group()]);

    [Fact]
    public void Words_whose_sums_are_equal_are_told_apart()
    {
        // 1 and 1,000,003 less of the word before it give one sum.
        int[] one = [1, 5], other = [0, 5 + 1_000_003];
        Assert.Equal(Sum(one), Sum(other));
        var heads = new HeadsAlike([(First, one), (Second, other)]);
        Assert.Equal([First], heads.Entries(heads.Find(one, Sum(one))));
        Assert.Equal([Second], heads.Entries(heads.Find(other, Sum(other))));
    }

    private static LexiconEntry[] Entries(params int[] words) => Heads.Entries(Group(words));

    private static int Group(params int[] words) => Heads.Find(words, Sum(words));

    private static long Sum(int[] words) => words.Aggregate(0L, HeadsAlike.Sum);
}
