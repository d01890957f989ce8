// Those who held office stand for whom they held it, under every name that the press of their day writes.
using Xunit;

namespace Servanda.Tests;

public class OfficeHolderTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Tổng thống Xa-đát lên án Israel.", "EGY")]
    [InlineData("A. Xa-đát lên án Israel.", "EGY")]
    [InlineData("Xađát lên án Israel.", "EGY")]
    [InlineData("Anwar Sadat lên án Israel.", "EGY")]
    [InlineData("L. Brê-giơ-nép phê phán Mỹ.", "SUN")]
    [InlineData("Ông Khrouchtchev cáo buộc Hoa Kỳ.", "SUN")]
    [InlineData("Ông Poutine cáo buộc NATO.", "RUS")]
    [InlineData("Đại tá Ca-đa-phi tố cáo Mỹ.", "LBY")]
    [InlineData("Chủ tịch Phi-đen Cát-xtơ-rô tố cáo Mỹ.", "CUB")]
    [InlineData("Thủ tướng Pachinian chỉ trích Azerbaijan.", "ARM")]
    [InlineData("Thủ tướng Chu Ân Lai phản đối Mỹ.", "CHN")]
    [InlineData("Tổng thống Loukachenko chỉ trích Ba Lan.", "BLR")]
    public void A_holder_of_an_office_stands_for_whom_it_was_held_for(string sentence, string actor) =>
        Assert.Equal(actor, Assert.Single(Assert.Single(Pack.Code(sentence).Reports).Source));

    [Theory]
    [InlineData("Thủ tướng Tusk chỉ trích Nga.", "POL")]
    [InlineData("Chủ tịch Tusk chỉ trích Nga.", "EU")]
    [InlineData("Thủ tướng Rutte chỉ trích Nga.", "NLD")]
    [InlineData("Tổng thư ký Rutte chỉ trích Nga.", "NATO")]
    [InlineData("Ông Rutte chỉ trích Nga.", "NATO")]
    public void Of_two_whom_one_acted_for_the_office_says_which(string sentence, string actor) =>
        Assert.Equal(actor, Assert.Single(Assert.Single(Pack.Code(sentence).Reports).Source));

    [Fact]
    public void What_an_office_has_said_of_a_name_holds_on()
    {
        var reports = Pack.Code("Thủ tướng Tusk lên án Belarus. Ông Tusk chỉ trích Nga.").Reports;
        Assert.All(reports, report => Assert.Equal("POL", Assert.Single(report.Source)));
    }

    [Theory]
    // Of whose country the story has the holder, and that of the language's own people before others.
    [InlineData("Thủ tướng Nguyễn Minh Hải hội đàm với Chủ tịch Cuba. Cuba cảm ơn Việt Nam. Cho rằng kim ngạch còn thấp, Thủ tướng kêu gọi Cuba mở cửa thị trường.", "CUB")]
    [InlineData("Thủ tướng Nguyễn Minh Hải hội đàm với Thủ tướng Cuba Raul Mendez. Cuba chỉ trích Mỹ. Chiều cùng ngày, Thủ tướng kêu gọi Mỹ đối thoại.", "USA")]
    public void An_office_without_its_state_is_his_whom_the_story_names_in_it(string story, string asked) =>
        Assert.Contains(Pack.Code(story).Reports, report => report.Act == "appeal" && report.Source.SequenceEqual(["VNM"]) && report.Target.SequenceEqual([asked]));

    [Theory]
    [InlineData("Khối Vác-xa-va lên án NATO.")]
    [InlineData("Phong trào Không liên kết lên án Mỹ.")]
    public void A_body_that_is_no_actor_is_none_of_its_seat(string sentence) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Source.Count > 0);

    [Theory]
    [InlineData("Bakou cáo buộc Erevan phá hoại đàm phán.", "AZE")]
    [InlineData("Ouzbékistan lên án Kirghizistan.", "UZB")]
    [InlineData("Khối Bắc Đại Tây Dương lên án Nga.", "NATO")]
    [InlineData("Cộng hòa dân chủ Đức lên án Mỹ.", "DDR")]
    public void States_and_bodies_are_known_under_older_and_French_names(string sentence, string actor) =>
        Assert.Equal(actor, Assert.Single(Pack.Code(sentence).Reports[0].Source));
}
