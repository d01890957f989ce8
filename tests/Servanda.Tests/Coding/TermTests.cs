// What an agreement provides is told of the agreement, and done by nobody.
using Xunit;

namespace Servanda.Tests;

public class TermTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Văn kiện không có điều khoản nào cho phép một bên đơn phương đình chỉ hiệp định với Pakistan.", "suspend")]
    [InlineData("Điều 4 quy định nếu một bên bị tấn công thì bên kia phải viện trợ vũ khí cho Armenia.", "aid")]
    [InlineData("Hiệp định Mekong không trao cho Lào quyền bác bỏ tham vấn với Việt Nam.", "reject")]
    [InlineData("Hiệp ước INF cấm Nga và Mỹ triển khai tên lửa tầm trung.", "deploy")]
    public void A_term_is_no_act(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Nga triển khai tên lửa mà hiệp ước INF cấm ở Kaliningrad.", "deploy")]
    [InlineData("Quốc hội Mỹ cho phép Tổng thống trừng phạt Nga.", "sanction")]
    public void What_a_state_does_about_a_term_is_its_act(string sentence, string act) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act);
}
