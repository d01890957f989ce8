// States' names of one syllable that are people's, streets' and districts' too: both readings side by side.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class StatesInNamesTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static string States(string text)
    {
        var story = new Story { Page = "names", Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Language = "vi", Blocks = [new(BlockKind.Body, new(0, text.Length), 1)] };
        return string.Join(' ', Pack.Annotator.Annotate(story).Sentences.SelectMany(sentence => sentence.Names).Select(name => name.Entry).OfType<ActorEntry>().Where(actor => actor.IsState).Select(actor => actor.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Ông Hàn Đức Long yêu cầu tòa xin lỗi công khai.")]
    [InlineData("Chủ tịch thành phố Nguyễn Đức Lâm tiếp dân hôm qua.")]
    [InlineData("Hôm qua, ông Đức phủ nhận mọi lời khai.")]
    [InlineData("Theo bà Nga, khoản tiền đã được trả.")]
    [InlineData("Nhân chứng Trần Tuấn Anh cho biết anh đứng ở xa.")]
    [InlineData("Diễn viên Mỹ Linh hủy buổi diễn.")]
    [InlineData("Chị Thúy Nga nộp đơn ly hôn.")]
    [InlineData("Thái hậu lui về cung sau mười năm nhiếp chính.")]
    [InlineData("Ca sĩ Hồng Nhật lên tiếng xin lỗi.")]
    [InlineData("Công an huyện Mỹ Đức lập biên bản.")]
    [InlineData("Một xe tải lật trên quốc lộ qua Mỹ Tho.")]
    [InlineData("Sân Mỹ Đình chật kín người xem.")]
    [InlineData("Mưa lớn gây lũ quét ở Lào Cai.")]
    [InlineData("Dự án tại Đức Thọ chậm tiến độ.")]
    [InlineData("Người dân quận Đức phản đối dự án bãi rác.")]
    [InlineData("Anh Lê Văn Hòa chạy xe ôm ở bến.")]
    [InlineData("Đại tá Lý Anh Dũng chủ trì buổi họp báo.")]
    [InlineData("Thầy Pháp dạy toán ở trường làng.")]
    [InlineData("Vụ trưởng Ngô Hải Áo trả lời báo chí.")]
    [InlineData("Bị cáo Phan Minh Thái xin giảm án. Thái khai đã trả hết nợ.")]
    [InlineData("Vợ Nguyễn Văn Đức tố cáo chồng. Đức bỏ trốn ngay trong đêm.")]
    [InlineData("Tuấn chờ anh ở cổng, anh không tới. Anh nói sẽ đến sau.")]
    public void A_syllable_of_a_name_is_no_state(string text) => Assert.Equal("", States(text));

    [Theory]
    [InlineData("Đức phủ nhận cáo buộc của Nga.", "DEU RUS")]
    [InlineData("Thủ tướng Đức Angela Merkel gặp Tổng thống Mỹ Donald Trump.", "DEU USA")]
    [InlineData("Đại sứ Việt Nam tại Mỹ Phạm Quang Vinh dự lễ ký.", "USA VNM")]
    [InlineData("Bộ trưởng yêu cầu Mỹ rút quân.", "USA")]
    [InlineData("Nga yêu cầu Anh xin lỗi.", "GBR RUS")]
    [InlineData("Anh rời Liên minh châu Âu.", "GBR")]
    [InlineData("Pháp, Đức và Ý cùng ký văn kiện.", "DEU FRA ITA")]
    [InlineData("Quan hệ Nga - Nhật ấm lên.", "JPN RUS")]
    [InlineData("Bộ Quốc phòng Mỹ và Hàn Quốc tập trận.", "KOR USA")]
    [InlineData("Nhật phản đối Triều Tiên phóng tên lửa.", "JPN PRK")]
    [InlineData("Thủ tướng Lào Thongloun Sisoulith thăm Hà Nội.", "LAO VNM")]
    [InlineData("Úc và Áo trục xuất nhân viên sứ quán Nga.", "AUS AUT RUS")]
    [InlineData("Mỹ Trừng Phạt Quan Chức Nga Vì Vụ Đầu Độc", "RUS USA")]
    [InlineData("Ông Nguyễn Văn Đức gặp Đại sứ Đức tại Berlin. Đức cam kết hỗ trợ.", "DEU")]
    [InlineData("Thủ tướng Anh Theresa May lên tiếng. Anh sẽ đáp trả.", "GBR")]
    public void A_state_is_still_one(string text, string states) => Assert.Equal(states, States(text));

    [Theory]
    [InlineData("Sau khi Bahrain và Các tiểu vương quốc Arab thống nhất cắt đứt quan hệ với Qatar, Oman im lặng.")]
    public void What_a_state_is_called_is_no_act(string text) => Assert.DoesNotContain(Pack.Code(text).Reports, report => report.Act == "agree");
}
