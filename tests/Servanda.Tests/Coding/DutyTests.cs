// What a sentence says is to be done is not done; what somebody had to do is.
using Xunit;

namespace Servanda.Tests;

public class DutyTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Ngoại trưởng Nepal tuyên bố Ấn Độ phải rút quân càng sớm càng tốt.", "pull-back")]
    [InlineData("Ngoại trưởng Nepal nói Ấn Độ phải rút quân, dừng tập trận với Mỹ và ký hiệp ước hòa bình với Pakistan.", "sign")]
    [InlineData("Ngoại trưởng Áo nhấn mạnh sự cần thiết phải nối lại đàm phán giữa Nga và Gruzia.", "negotiate")]
    [InlineData("Các điều kiện gồm Peru phải dỡ bỏ trừng phạt Chile và ngừng các cuộc tập trận chung với Brazil.", "lift-sanction")]
    [InlineData("Các điều kiện gồm Peru phải dỡ bỏ trừng phạt Chile và ngừng các cuộc tập trận chung với Brazil.", "suspend")]
    [InlineData("Anh và Pháp cho rằng cần phải áp dụng các lệnh trừng phạt mới đối với Mali.", "sanction")]
    public void A_duty_is_not_the_deed(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Ngoại trưởng Nepal tuyên bố Ấn Độ đã rút quân khỏi Bhutan.", "pull-back")]
    [InlineData("Tổng thống Pháp năm 2015 đã phải điều quân trở lại Mali.", "deploy")]
    [InlineData("Bộ Quốc phòng Anh cho rằng cần phải biết thêm rằng hai tàu chiến Pháp mới đây đã tập trận chung với Ấn Độ.", "deploy")]
    public void What_was_done_of_necessity_is(string sentence, string act) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act);
}
