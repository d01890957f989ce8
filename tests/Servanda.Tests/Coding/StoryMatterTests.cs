// The gate: pages about games, films, dishes and firms give no report, and sport that states quarrel over still does.
using System.Text.Json;
using Servanda.Coding;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Reading;
using Xunit;

namespace Servanda.Tests;

public class StoryMatterTests
{
    /// <summary>Our own pages about other things, with names of states and words of ours in other senses.</summary>
    [Fact]
    public void Pages_about_other_things_give_no_report()
    {
        var pages = PagesIn(Repository.PathOf("tests/corpus/other"));
        Assert.True(pages.Count >= 18);
        Assert.Empty(pages.SelectMany(page => page.Events.Select(told => $"{page.Name}: {told}")));
    }

    /// <summary>Words are looked for only in stories whose names leave their matter open; of the others they must not make ours.</summary>
    [Fact]
    public void Names_alone_never_turn_away_a_story_that_is_ours_with_all_its_words()
    {
        var annotator = Vietnamese.Load().Annotator;
        var named = new[] { "pages", "opened/pages", "other" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf($"tests/corpus/{folder}"), "*.txt"))
            .Select(path => StoryReader.Read(Page.Of(File.ReadAllBytes(path), PageFormat.PlainText, new(Path.GetFileName(path), path))).Story).OfType<Story>()
            .Where(story => story.Language == "vi").Select(annotator.Name).ToList();
        var turnedAway = named.Where(story => !StoryMatter.MayBeOurs(story.Story)).ToList();
        Assert.NotEmpty(turnedAway);
        Assert.DoesNotContain(turnedAway, story => StoryMatter.Of(annotator.Complete(story)) != Matter.Other);
        Assert.Contains(named, story => StoryMatter.Of(annotator.Complete(story)) != Matter.Other);
    }

    [Fact]
    public void Games_that_states_quarrel_over_are_told()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["page.txt"], """
            Mỹ tẩy chay ngoại giao Olympic Bắc Kinh, Trung Quốc phản đối

            Thứ Ba, 07/12/2021

            Phát ngôn viên Nhà Trắng Jen Psaki ngày 6/12 thông báo Mỹ sẽ không cử quan chức ngoại giao tới Olympic mùa đông Bắc Kinh, song vận động viên vẫn tham dự.

            Bộ Ngoại giao Trung Quốc lên án quyết định của Mỹ và triệu tập Đại sứ Mỹ để phản đối. Đại sứ quán Trung Quốc tại Washington gọi đây là trò chính trị.

            Trước đó, Mỹ áp đặt trừng phạt đối với một số quan chức Trung Quốc vì vấn đề Tân Cương. Bộ trưởng Ngoại giao Anh cũng chỉ trích Trung Quốc.
            """);
        var events = Assert.Single(PagesIn(folder["page.txt"])).Events;
        Assert.Contains("summon CHN", events);
        Assert.Contains("sanction USA", events);
    }

    /// <summary>A town council's day, in which a loan and an example come from abroad.</summary>
    [Fact]
    public void Affairs_at_home_are_not_told_though_others_are_named_now_and_then()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["page.txt"], """
            Thành phố đề xuất thêm vốn cho ba tuyến đường sắt

            Sáng nay, Chủ tịch UBND thành phố Nguyễn Đức Bảo yêu cầu các sở sớm trình phương án giải phóng mặt bằng.

            Ông Bảo đề nghị Chính phủ cho thành phố giữ lại nguồn thu vượt dự toán trong năm năm.

            Giám đốc Sở Giao thông Trần Anh Khoa bác thông tin công trình bị nứt dầm.

            Theo ông Khoa, hợp đồng với nhà thầu vẫn còn hiệu lực.

            Nhiều đại biểu phản đối kế hoạch thu phí, cho rằng quan hệ giữa nhà thầu và chủ đầu tư chưa rõ ràng.

            Hội đồng nhân dân thông qua nghị quyết về giá vé.

            Tuyến thứ nhất vay vốn của Nhật Bản và từng phải tạm dừng hai lần.

            Đại biểu Phạm Thị Hà chỉ trích việc chậm giải ngân.

            Thành phố sẽ báo cáo Thủ tướng trong tháng sau.
            """);
        Assert.Empty(Assert.Single(PagesIn(folder["page.txt"])).Events);
    }

    /// <summary>A story of affairs at home in which others come by tells only what two do by name.</summary>
    [Fact]
    public void A_story_of_home_affairs_tells_only_what_is_told_of_two_by_name()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["page.txt"], """
            Thành phố họp về ngân sách năm tới

            Thứ Ba, 07/12/2021

            Chủ tịch thành phố đề nghị các sở cắt giảm chi tiêu. Ông phản đối việc tăng phí đỗ xe. Đại biểu yêu cầu công khai số liệu. Giám đốc sở bác bỏ ý kiến này. Ban quản lý dự án cho biết tuyến đường sắt chậm hai năm. Nhà thầu hứa bàn giao vào mùa hè.

            Cử tri kêu gọi mở thêm trường học. Đại biểu ủng hộ phương án hai. Cùng ngày, Bộ Ngoại giao Nhật Bản triệu tập đại sứ Nga để phản đối vụ bắn tên lửa. Nga bác bỏ cáo buộc. Mỹ kêu gọi kiềm chế. Trung Quốc im lặng. Ngân sách sẽ được thông qua vào thứ Sáu.
            """);
        var events = Assert.Single(PagesIn(folder["page.txt"])).Events;
        Assert.Equal(["summon JPN"], events.Where(told => told.StartsWith("summon", StringComparison.Ordinal)));
        Assert.DoesNotContain(events, told => told.StartsWith("appeal", StringComparison.Ordinal) || told.StartsWith("demand", StringComparison.Ordinal) || told.StartsWith("support", StringComparison.Ordinal) || told.StartsWith("propose", StringComparison.Ordinal));
    }

    private static List<(string Name, List<string> Events)> PagesIn(string path)
    {
        var answer = Command.Run("code", path);
        Assert.Equal(Exit.Done, answer.Exit);
        return answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(page => (page.GetProperty("page").GetString()!, page.GetProperty("events").EnumerateArray().Select(one => $"{one.GetProperty("act").GetString()} {one.GetProperty("source").EnumerateArray().FirstOrDefault()}").ToList()))
            .ToList();
    }
}
