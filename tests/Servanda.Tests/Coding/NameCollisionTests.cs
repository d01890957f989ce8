// Names that several agreements or bodies go by: the sentence and the story settle which one is meant.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class NameCollisionTests
{
    private static readonly Lazy<Vietnamese> Vi = new(Vietnamese.Load);

    [Theory]
    [InlineData("Mỹ rút khỏi OST, hiệp ước cho phép các chuyến bay quan sát không vũ trang.", "open-skies")]
    [InlineData("Nga khẳng định tuân thủ OST, văn kiện cấm đưa vũ khí hạt nhân lên quỹ đạo.", "outer-space")]
    [InlineData("Mỹ rút khỏi Hiệp định Paris, cam kết cắt giảm phát thải toàn cầu.", "paris-agreement")]
    [InlineData("Hiệp định Paris được ký năm 1973, chấm dứt chiến tranh ở Việt Nam.", "paris-1973")]
    [InlineData("Nga đình chỉ tham gia START-3, hiệp ước hạn chế vũ khí hạt nhân chiến lược ký năm 2010.", "new-start")]
    [InlineData("Năm 1997 tại Helsinki, Tổng thống Clinton và Tổng thống Yeltsin nhất trí khung START-3.", "start-iii")]
    [InlineData("Hiệp ước Moscow ký năm 2002 buộc hai bên giảm số đầu đạn chiến lược.", "sort")]
    [InlineData("Hiệp ước Moscow năm 1963 cấm thử vũ khí hạt nhân trong khí quyển.", "ptbt")]
    [InlineData("Hiệp ước Moscow cấm thử hạt nhân trong khí quyển được Kennedy và Khrushchev thúc đẩy.", "ptbt")]
    [InlineData("Nga viện dẫn công ước Viên khi trục xuất 10 nhà ngoại giao Mỹ.", "vcdr")]
    [InlineData("Theo công ước Viên, lãnh sự quán không được dùng vào việc khác.", "vccr")]
    [InlineData("Belarus dẫn công ước Viên về quyền đình chỉ một điều ước quốc tế khi bên kia vi phạm nghiêm trọng.", "vclt")]
    public void A_name_that_several_go_by_means_the_one_that_its_sentence_speaks_of(string sentence, string agreement) => Assert.Equal([agreement], Named(sentence));

    [Theory]
    [InlineData("Thủ tướng nhắc tới Hiệp định Paris trong bài phát biểu sáng nay.")]
    [InlineData("Các bên dẫn công ước Viên trong thư gửi tòa soạn.")]
    [InlineData("Hội thảo nói về Hiệp ước Moscow.")]
    public void A_name_that_nothing_speaks_for_is_nobodys(string sentence) => Assert.Empty(Named(sentence));

    [Fact]
    public void The_rest_of_the_story_speaks_too() =>
        Assert.Equal(["paris-agreement"], Named("Mỹ sẽ rời Hiệp định Paris. Các nhà khoa học lo ngại về biến đổi khí hậu."));

    [Fact]
    public void A_story_may_speak_of_both() =>
        Assert.Equal(["paris-1973", "paris-agreement"], Named("Năm 1973, Hiệp định Paris lập lại hòa bình. Nửa thế kỷ sau, một Hiệp định Paris khác bàn về khí hậu và phát thải."));

    [Theory]
    [InlineData("Hội đồng châu Âu gia hạn lệnh trừng phạt Nga thêm sáu tháng.", "EU")]
    [InlineData("Hội đồng châu Âu phê duyệt hiệp định thương mại với Singapore.", "EU")]
    [InlineData("Nga rút khỏi Hội đồng châu Âu.", "CoE")]
    [InlineData("Tổng thư ký Hội đồng châu Âu nói EU ủng hộ công ước về nhân quyền.", "CoE")]
    public void A_body_whose_name_another_bears_is_the_one_that_its_sentence_speaks_of(string sentence, string body) =>
        Assert.Equal(body, Names(sentence).OfType<ActorEntry>().First(entry => entry.Code is "EU" or "CoE").Code);

    [Theory]
    [InlineData("Chủ tịch UBND thành phố Nguyễn Đức Bảo yêu cầu các sở báo cáo.")]
    [InlineData("Giám đốc sở Trần Anh Khoa trả lời báo chí.")]
    [InlineData("Bà Lê Thị Mỹ Hạnh và ông Hàn Đức Lâm làm đơn khiếu nại.")]
    [InlineData("Ban Pháp chế đã góp ý cho dự thảo.")]
    public void A_name_of_a_person_holds_no_state(string sentence) => Assert.DoesNotContain(Names(sentence), entry => entry is ActorEntry { IsState: true });

    [Theory]
    [InlineData("Nam Hàn phản đối hiệp ước Moscow-Minsk về chiến lược hạt nhân.")]
    [InlineData("Thỏa thuận Geneva - Moscow chưa bao giờ được ký.")]
    public void A_city_beside_another_names_the_two_sides_and_no_agreement(string sentence) => Assert.Empty(Named(sentence));

    private static IEnumerable<LexiconEntry> Names(string text)
    {
        var story = new Story { Page = "phrase", Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Language = "vi", Blocks = [new(BlockKind.Body, new(0, text.Length), 1)] };
        return Vi.Value.Annotator.Annotate(story).Sentences.SelectMany(sentence => sentence.Names).Select(name => name.Entry);
    }

    private static IEnumerable<string> Named(string text) =>
        Names(text).OfType<AgreementEntry>().Select(entry => entry.Id).Distinct().Order(StringComparer.Ordinal);
}
