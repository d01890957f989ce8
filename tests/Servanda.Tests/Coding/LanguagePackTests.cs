// The Vietnamese pack: its files are sound, and its rules read the phrases that stand beside them.
using Servanda.Coding;
using Servanda.Model;
using Servanda.Reading.Annotation;
using Servanda.Reading.Dates;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LanguagePackTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Fact]
    public void Every_rule_has_an_id_of_its_own()
    {
        var ids = Pack.Words.Frames.Select(frame => frame.Id).Concat(Pack.Words.Cues.Select(cue => cue.Id)).Concat(Pack.Words.Attributions.Select(one => one.Id));
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_frame_has_a_phrase() => Assert.All(Pack.Words.Frames, frame => Assert.NotEmpty(frame.Phrases));

    /// <summary>The share of phrases that must be read; it may rise and must not fall.</summary>
    private const double LeastRead = 0.93;

    [Fact]
    public void Frames_read_the_phrases_that_stand_beside_them()
    {
        var all = Pack.Words.Frames.SelectMany(frame => frame.Phrases.Select(phrase => (frame, phrase))).ToList();
        var unread = all.Where(one => !Pack.Code(one.phrase).Reports.Any(report => report.Act == one.frame.Act || IsStageOf(report.Act, one.frame.Act)))
            .Select(one => $"{one.frame.Id}: {one.phrase}").ToList();
        Assert.True(1 - (double)unread.Count / all.Count >= LeastRead, $"{unread.Count} of {all.Count} phrases are not read:\n{string.Join('\n', unread)}");
    }

    /// <summary>Stages of leaving, which verbs around the frame's own can change.</summary>
    private static bool IsStageOf(string act, string of) => act is "withdraw" or "announce-withdrawal" or "domestic-step" && of is "withdraw" or "announce-withdrawal";

    [Fact]
    public void A_phrase_in_which_the_words_mean_something_else_does_not_fire_its_rule()
    {
        var fired = from frame in Pack.Words.Frames
                    from phrase in frame.Not
                    from report in Pack.Code(phrase).Reports
                    where report.Rules.Contains(frame.Id)
                    select $"{frame.Id}: {phrase}";
        Assert.Empty(fired);
    }

    [Theory]
    [InlineData("Mỹ rút khỏi Hiệp ước Bầu trời Mở", "withdraw", "USA", "open-skies")]
    [InlineData("Nga trục xuất 10 nhà ngoại giao Mỹ", "expel", "RUS", null)]
    [InlineData("NATO bác bỏ cáo buộc của Nga", "deny", "NATO", null)]
    public void A_plain_sentence_is_read(string sentence, string act, string source, string? agreement)
    {
        var report = Assert.Single(Pack.Code(sentence).Reports);
        Assert.Equal((act, source), (report.Act, Assert.Single(report.Source)));
        if (agreement is not null) Assert.Equal(agreement, report.Agreement);
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        const string text = "Ngày 18/10, Nga thông báo sẽ đóng cửa văn phòng thông tin của NATO tại Moscow từ ngày 1/11, đáp trả việc liên minh này trục xuất 8 nhà ngoại giao Nga.";
        Assert.Equal(Pack.Code(text).Reports.Select(report => report.Id), Pack.Code(text).Reports.Select(report => report.Id));
    }
}
