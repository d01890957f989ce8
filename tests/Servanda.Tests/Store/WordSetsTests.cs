// Heads made of sets, choices and words that may be left out.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class WordSetsTests
{
    private static (IReadOnlyList<string> Heads, IReadOnlyList<string> Not, List<Fault> Faults) Read(string heads, string not = "[]", string sets = "sets: {ready: [sẵn sàng, sẵn lòng], talk: [đàm phán, \"<ready> nói\"]}")
    {
        var faults = new List<Fault>();
        var files = DataFiles.Of(
        [
            ("languages/vi/sets.yaml", sets),
            ("languages/vi/frames/words.yaml", $"frames:\n  - id: vi.a\n    act: agree\n    heads: {heads}\n    phrases: [a]\n    not: {not}\n"),
        ]);
        var frame = LanguageFiles.Read(files, "vi", new HashSet<string>(), faults).Frames.FirstOrDefault();
        return (frame?.Heads ?? [], frame?.Not ?? [], faults);
    }

    [Theory]
    [InlineData("[rút khỏi]", "rút khỏi")]
    [InlineData("[(hủy|bãi) bỏ]", "hủy bỏ;bãi bỏ")]
    [InlineData("[bàn [về]]", null)]
    [InlineData("[\"bàn [về] biển\"]", "bàn biển;bàn về biển")]
    [InlineData("[\"bàn [(về|lại)] biển\"]", "bàn biển;bàn về biển;bàn lại biển")]
    [InlineData("[\"<ready> bàn\"]", "sẵn sàng bàn;sẵn lòng bàn")]
    [InlineData("[\"<talk>\"]", "đàm phán;sẵn sàng nói;sẵn lòng nói")]
    [InlineData("[\"(ép|buộc) … (rút|thôi)\"]", "ép … rút;ép … thôi;buộc … rút;buộc … thôi")]
    [InlineData("[a, \"(a|b)\"]", "a;b")]
    public void A_head_stands_for_every_phrase_that_can_be_made_of_it(string heads, string? wanted)
    {
        if (wanted is null)
        {
            Assert.NotEmpty(Read(heads).Faults);
            return;
        }
        var (made, _, faults) = Read(heads);
        Assert.Empty(faults);
        Assert.Equal(wanted, string.Join(';', made));
    }

    [Fact]
    public void What_a_frame_does_not_mean_may_name_its_own_heads() => Assert.Equal(["không rút", "không rời"], Read("[rút, rời]", "[\"không <heads>\"]").Not);

    [Theory]
    [InlineData("[\"<redy> bàn\"]", "the set 'redy'", "ready, talk")]
    [InlineData("[\"(hủy|bãi bỏ\"]", "where '(' is not closed", "(one|other)")]
    [InlineData("[\"<heads>\"]", "the set 'heads'", "ready, talk")]
    public void A_slip_is_a_fault_with_its_line_and_what_is_allowed(string heads, string found, string allowed)
    {
        var fault = Assert.Single(Read(heads).Faults);
        Assert.Equal(("languages/vi/frames/words.yaml", 4), (fault.File, fault.Line));
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.Contains(allowed, fault.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_that_stands_for_too_many_phrases_is_a_fault_and_takes_no_time()
    {
        var many = $"({string.Join('|', Enumerable.Range(0, 100))})";
        Assert.Contains("more than 5000", Assert.Single(Read($"[\"{many} {many} {many} {many} {many}\"]").Faults).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_of_one_s_own_use_the_shipped_sets()
    {
        var own = DataFiles.Of([("languages/vi/frames/mine.yaml", "frames:\n  - id: my.frame\n    act: agree\n    heads: [\"<ready> ký\"]\n    phrases: [a]\n")]);
        var read = KnowledgeFolder.Read(own, ShippedKnowledge.All);
        Assert.Empty(read.Faults);
        var frame = read.Knowledge!.Languages.Single(pack => pack.Language == "vi").Frames.Single(one => one.Id == "my.frame");
        Assert.Contains("sẵn sàng ký", frame.Heads);
    }
}
