// Sets of characters: found where a search letter by letter finds them.
using FsCheck;
using FsCheck.Fluent;
using Servanda.Reading.Text;
using Xunit;

namespace Servanda.Tests;

public class CharacterSetTests
{
    [Theory]
    [InlineData("", "abc", -1, -1)]
    [InlineData("x", "abc", -1, 0)]
    [InlineData("cab", "abc", 0, -1)]
    [InlineData("Hiệp ước", "ướ", 5, 0)]
    [InlineData("ướ\uFFFF", "ướ\uFFFF", 0, -1)]
    [InlineData("\u0181a", "A\0", -1, 0)]
    public void The_first_of_a_set_and_the_first_other_are_found(string text, string characters, int first, int other)
    {
        var set = new CharacterSet(characters);
        Assert.Equal((first, other), (set.FirstIn(text), set.FirstOtherIn(text)));
    }

    [Fact]
    public void It_finds_what_a_plain_search_finds() => Prop.ForAll<string, string>((text, characters) =>
    {
        var set = new CharacterSet(characters ?? "");
        var plain = (text ?? "").AsSpan();
        return set.FirstIn(plain) == plain.IndexOfAny(characters ?? "") && set.FirstOtherIn(plain) == plain.IndexOfAnyExcept(characters ?? "");
    }).QuickCheckThrowOnFailure();
}
