// Words that stand for an act elsewhere, and tell of no such act behind the things and in the clauses shown here.
using Xunit;

namespace Servanda.Tests;

public class NotTheActTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Peru và Chile đã đạt được nhiều tiến triển trong quá trình thực hiện hiệp định thương mại.", "agree")]
    [InlineData("Peru là thành viên của nhiều công ước chủ chốt của Liên hợp quốc.", "agree")]
    [InlineData("Cuộc biểu tình ở Chile và Peru diễn ra trước thềm hội nghị thượng đỉnh G20.", "meet")]
    [InlineData("Tổng thống Chile nhiệt liệt chào mừng Tổng thống Peru sang thăm chính thức Chile.", "support")]
    [InlineData("Thủ tướng Nepal và Thủ tướng Ấn Độ bày tỏ vui mừng chứng kiến quan hệ hai nước ngày càng sâu sắc.", "support")]
    [InlineData("Tổng thống Peru nói hy vọng cuộc gặp sẽ có kết quả tích cực với Chile.", "appeal")]
    [InlineData("Quốc hội Peru tích cực tham gia hoạt động trên các diễn đàn đa phương như ASEAN.", "accede")]
    [InlineData("Chile tham gia sâu hơn vào các cơ chế do ASEAN dẫn dắt.", "accede")]
    [InlineData("Căn cứ này là nơi đồn trú của 9.000 quân nhân Anh.", "deploy")]
    public void Words_of_an_act_tell_of_none_here(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Peru và Chile đã đạt được thỏa thuận ngừng bắn.", "agree")]
    [InlineData("Tổng thống Peru và Tổng thống Chile dự thượng đỉnh Peru - Chile ở Lima.", "meet")]
    [InlineData("Nepal chào đón quyết định của Ấn Độ.", "support")]
    [InlineData("Nepal tham gia Công ước chống tra tấn.", "accede")]
    public void The_same_words_tell_of_it_here(string sentence, string act) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act);
}
