// A round-up tells several stories: nothing of one is carried into another.
using Servanda.Coding;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class SectionTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static readonly (string? Heading, string Text)[] RoundUp =
    [
        (null, "Nga và Ukraine tiếp tục giao tranh, Nga bác đề nghị của Ukraine. Ukraine nói Nga dùng bom lượn."),
        ("Nepal và Ấn Độ", "Kathmandu triệu đại sứ Ấn Độ. New Delhi lấy làm tiếc."),
        ("Kenya, Uganda và hồ Victoria", "Nairobi và Kampala hôm qua ký hiệp định về nghề cá. Hai nước cũng nhất trí nối lại chuyến bay thẳng."),
        ("Peru gọi đại sứ", "Lima lên án Mexico. Mexico không chấp nhận."),
    ];

    [Theory]
    [InlineData("criticize", "IND", "NPL")]
    [InlineData("reject", "MEX", "PER")]
    [InlineData("criticize", "PER", "MEX")]
    public void What_is_said_to_nobody_by_name_is_said_to_the_other_of_its_own_section(string act, string source, string target)
    {
        var reports = Tell(RoundUp).Where(report => report.Act == act).Select(report => $"{string.Join(',', report.Source)}>{string.Join(',', report.Target)}");
        Assert.Contains($"{source}>{target}", reports);
    }

    [Fact]
    public void Both_are_those_of_the_section()
    {
        Assert.Contains(Tell(RoundUp), report => report.Source.SequenceEqual(["KEN", "UGA"]) && report.Act is "agree" or "resume");
        Assert.DoesNotContain(Tell(RoundUp), report => report.Source.Contains("RUS") && report.Lines[0] > 3);
    }

    [Fact]
    public void Headings_of_one_matter_open_no_sections()
    {
        (string?, string)[] one =
        [
            (null, "Nga trục xuất hai nhà ngoại giao Séc. Séc phản đối."),
            ("Vì sao Nga làm thế?", "Moscow đáp trả vụ trục xuất ở Praha."),
            ("Nga và Séc sẽ ra sao?", "Praha và Moscow chưa nói gì thêm."),
        ];
        Assert.Equal(1, Sections(one));
        Assert.Equal(RoundUp.Length, Sections(RoundUp));
    }

    [Fact]
    public void Paragraphs_of_reactions_leave_a_story_of_two_one_story()
    {
        (string?, string)[] one =
        [
            (null, "Ecuador đột kích sứ quán Mexico, Mexico phản đối."),
            ("Giọt nước tràn ly", "Ecuador và Mexico đã căng thẳng từ lâu."),
            ("Cả khu vực nổi giận", "Mỹ và Canada bày tỏ quan ngại. Mỹ kêu gọi kiềm chế."),
            ("Châu Âu lên tiếng", "Pháp và Đức lấy làm tiếc. Pháp kêu gọi đối thoại."),
            ("Sắp tới", "Ecuador sẵn lòng nối lại quan hệ với Mexico."),
        ];
        Assert.Equal(1, Sections(one));
    }

    private static int Sections((string? Heading, string Text)[] parts) => Servanda.Coding.Sections.Of(Annotated(parts)).Distinct().Count();

    private static IReadOnlyList<Report> Tell((string? Heading, string Text)[] parts) => Pack.Coder.Code(Annotated(parts), gated: false).Reports;

    private static AnnotatedStory Annotated((string? Heading, string Text)[] parts)
    {
        var blocks = new List<Block>();
        var text = "";
        foreach (var (kind, line) in parts.SelectMany(part => new[] { (BlockKind.Heading, part.Heading), (BlockKind.Body, part.Text) }))
        {
            if (line is null) continue;
            blocks.Add(new(kind, new(text.Length, text.Length + line.Length), blocks.Count + 1));
            text += line + "\n";
        }
        var story = new Story { Page = "roundup", Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Language = "vi", Blocks = blocks };
        return Pack.Annotator.Annotate(story) with { Told = new(Edtf.Parse("2024-05-10"), []) };
    }
}
