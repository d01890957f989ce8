// The numbers that measure an act, and those that do not.
using Xunit;

namespace Servanda.Tests;

public class AmountTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Litva trục xuất bốn nhà ngoại giao Nga.", "expel", "4 person")]
    [InlineData("Slovenia trục xuất 33 nhân viên đại sứ quán Nga, hạn chót là 7 ngày.", "expel", "33 person, 7 day deadline")]
    [InlineData("Mỹ trục xuất 60 nhà ngoại giao Nga, trong đó có 12 người làm việc tại Liên hợp quốc.", "expel", "60 person")]
    [InlineData("Tây Ban Nha trục xuất 27 nhà ngoại giao Nga, còn Đan Mạch trục xuất 15 người.", "expel", "27 person")]
    [InlineData("Ấn Độ yêu cầu Pakistan rút 55 trong tổng số 110 nhà ngoại giao.", "demand", "110 person from, 55 person")]
    [InlineData("NATO giảm quy mô phái bộ Nga từ 20 xuống còn 10 người.", "limit-staff", "20 person from, 10 person to")]
    [InlineData("Nga yêu cầu Mỹ cắt giảm nhân viên ngoại giao xuống còn khoảng 455 người.", "limit-staff", "455 person to")]
    [InlineData("Hai bên gia hạn thỏa thuận ngũ cốc Biển Đen thêm 60 ngày.", "extend", "60 day")]
    [InlineData("Nga gửi thông báo chính thức rút khỏi Hiệp ước Bầu trời Mở, mở ra thời hạn sáu tháng.", "notify-withdrawal", "6 month deadline")]
    [InlineData("Đến nay 178 nước đã phê chuẩn CTBT.", "ratify", "178 country")]
    [InlineData("Na Uy viện trợ 200 triệu USD cho Ukraine.", "aid", "200000000 money:USD")]
    [InlineData("Đức thông báo viện trợ 500 triệu USD cho Ukraine.", "aid", "500000000 money:USD")]
    [InlineData("Công ước Ottawa có hiệu lực 90 ngày sau khi có 40 nước phê chuẩn.", "enter-into-force", "90 day, 40 country")]
    [InlineData("Bahrain cho các nhà ngoại giao Qatar 48 giờ để rời đi.", "expel", "2 day deadline")]
    [InlineData("Công ước Hà Nội được 72 quốc gia ký sau hai ngày làm việc.", "sign", "72 country")]
    [InlineData("Trung Quốc áp thuế 84% lên toàn bộ hàng hóa Mỹ.", "sanction", "84 percent")]
    [InlineData("Mỹ thông báo dừng giải ngân 700 triệu USD viện trợ khẩn cấp cho Sudan.", "suspend", "700000000 money:USD")]
    [InlineData("Hy Lạp đề nghị NATO hoãn việc bố trí tên lửa thêm sáu tháng.", "propose", "6 month")]
    [InlineData("Ấn Độ điều ba tàu chiến tới Oman.", "deploy", "3 ship")]
    [InlineData("Israel không kích Gaza khiến ít nhất 77 người thiệt mạng.", "attack", "77 person min")]
    [InlineData("Sri Lanka bắt chưa đầy 20 ngư dân Ấn Độ.", "coerce", "20 person max")]
    [InlineData("Đức cung cấp 18 xe tăng Leopard cho Ukraine.", "aid", "18 tank")]
    [InlineData("Nga yêu cầu Mỹ cắt giảm nhân viên ngoại giao xuống còn hơn 400 người.", "limit-staff", "400 person to")]
    // A part of the agreement's story, a distance in time, a pair of countries: no measure of the act.
    [InlineData("Thổ Nhĩ Kỳ kêu gọi Armenia và Azerbaijan kiềm chế, hai nước nối lại đàm phán.", "appeal", "")]
    [InlineData("Nga đình chỉ thỏa thuận ngũ cốc từng đưa 33 triệu tấn nông sản ra thế giới.", "suspend", "")]
    [InlineData("Hàn Quốc gia hạn GSOMIA, 6 giờ trước khi văn kiện hết hạn.", "extend", "")]
    [InlineData("Mỹ và Nga ký Hiệp ước New START, cho phép mỗi bên có 1.550 đầu đạn.", "sign", "")]
    public void An_act_has_the_numbers_that_measure_it(string sentence, string act, string amounts)
    {
        var report = Pack.Code(sentence).Reports.First(one => one.Act == act);
        Assert.Equal(amounts.Split(", ").Order(), report.Quantities.Select(one => $"{one.Value:0.##} {one.Unit} {one.Role}".TrimEnd()).DefaultIfEmpty("").Order());
    }

    [Fact]
    public void Numbers_told_one_by_one_are_shares_of_the_act()
    {
        var shares = Pack.Code("Belarus giảm số nhân viên ngoại giao của các nước: Ba Lan từ 50 xuống 18 người, Litva từ 25 xuống 14 người.").Reports.Where(one => one.Act == "limit-staff");
        Assert.Equal(["LTU 25 14", "POL 50 18"], shares.Select(one => $"{string.Join(',', one.Target)} {string.Join(' ', one.Quantities.Select(number => number.Value))}").Order());
    }

    [Fact]
    public void Each_of_two_acts_in_a_sentence_has_its_own_number()
    {
        var reports = Pack.Code("Litva triệu hồi 6 nhà ngoại giao và trục xuất 4 nhà ngoại giao Nga.").Reports;
        Assert.Equal(6, Assert.Single(reports.Single(one => one.Act == "recall").Quantities).Value);
        Assert.Equal(4, Assert.Single(reports.Single(one => one.Act == "expel").Quantities).Value);
    }
}
