// When stories were told, by what their own pages say.
using Servanda.Model;
using Servanda.Reading;
using Servanda.Reading.Dates;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class ToldDayTests
{
    private static readonly ToldDay Reader = Build();

    [Fact]
    public void The_told_days_of_the_copied_pages_are_right() => AtLeast(0.92, Corpus.Pages, Corpus.Gold, _ => true);

    [Fact]
    public void The_told_days_of_four_seed_pages_in_five_are_right()
    {
        if (Corpus.Shared is { } shared) AtLeast(0.8, Path.Combine(shared, "pages"), Path.Combine(shared, "gold"), name => name.StartsWith("seed-", StringComparison.Ordinal));
        else Assert.Skip("the corpus is not beside this clone");
    }

    [Fact]
    public void What_the_user_gives_decides() =>
        Assert.Equal("2020-05", Of(new("p", "p", Published: Edtf.Parse("2020-05")), "21/10/2021 07:13", "Nga cắt quan hệ với NATO", "Ngày 18/10, Nga tuyên bố đóng cửa phái bộ.").When!.Text);

    [Fact]
    public void A_story_was_told_before_it_was_fetched()
    {
        var told = Of(new("p", "p", Captured: Edtf.Parse("2021-12-01")), "", "Nga cắt quan hệ với NATO", "Tổng thống Mỹ Joe Biden hôm nay (18/10) bày tỏ lấy làm tiếc.");
        Assert.Equal("2021-10-18", told.When!.Text.TrimEnd('?'));
    }

    [Theory]
    [InlineData("2021-10-21", "Thứ Năm, ngày 21/10/2021 | 07:13", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "Cập nhật lúc 07:13, 21-10-2021", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "October 21, 2021", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("1983-11-26", "Báo Tiếng Nói Công Nhân  »  Năm 1983  »  Tháng 11  »  Số ra thứ bảy, 26-11-1983", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2018-03-09", "Tuần báo - Số 10 (1.412), từ 9 đến 15-3-2018", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "2021.10.21", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-18", "Số 42 (18/10 - 24/10/2021)", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "TS - 21/10/2021, 14:00 - Lượt xem: 1.204 - Bình luận: 3 - Chia sẻ bài viết này", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "Số liệu cập nhật đến hết ngày 21/10/2021", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "Biên tập: Mai Lan. Thể hiện: Quốc Anh. Phát lúc 18 giờ thứ Năm, 21 tháng 10 năm 2021.", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    [InlineData("2021-10-21", "Phát sóng: 18h00 ngày 21/10/2021", "Nga tuyên bố cắt quan hệ ngoại giao.")]
    public void A_stamp_in_the_header_is_the_told_day(string expected, string stamp, string body) =>
        Assert.Equal(expected, Of(Anywhere, stamp, "Nga cắt quan hệ với NATO", body).When?.Text);

    [Theory]
    [InlineData("2023-03-24", "Hôm nay tròn 30 năm kể từ ngày 24/3/1993, khi Nam Phi thừa nhận chương trình vũ khí.")]
    [InlineData("2026-06-01", "Đúng nửa thế kỷ trước, ngày 1/6/1976, Anh và Iceland ký thỏa thuận.")]
    [InlineData("2008-04-02", "Cách đây đúng 10 năm, ngày 2/4/1998, Peru và Ecuador nối lại đàm phán.")]
    public void A_full_number_of_years_from_a_day_is_told_on_its_return(string expected, string body) =>
        Assert.Equal(expected, Of(Anywhere, "", "Chuyện cũ nhìn lại", body).When?.Text.TrimEnd('?'));

    [Fact]
    public void About_thirty_years_from_a_day_tells_no_day() =>
        Assert.DoesNotContain(Of(Anywhere, "", "Chuyện cũ nhìn lại", "Gần 30 năm sau ngày 24/3/1993, Nam Phi phê chuẩn hiệp ước.").Evidence, e => e.Ground == ToldGround.RelativeDate);

    [Theory]
    [InlineData("Số liệu xuất khẩu từ 1/10 đến 7/10/2021")]
    [InlineData("Kỳ nghỉ từ 23 đến 30-1-2022")]
    public void A_stretch_of_days_that_no_issue_is_for_is_no_stamp(string line) =>
        Assert.DoesNotContain(Of(Anywhere, line, "Nga cắt quan hệ với NATO", "Nga tuyên bố cắt quan hệ ngoại giao.").Evidence, e => e.Ground == ToldGround.Stamp);

    [Fact]
    public void A_clock_of_the_site_gives_way_to_what_the_story_says_of_its_day()
    {
        var told = Of(Anywhere, "Thứ Hai, 12/05/2025", "Mỹ trở lại Hiệp định Paris", "Hôm nay (19/2), tân Tổng thống Joe Biden đưa Mỹ trở lại hiệp định mà nước này rời ngày 4/11/2020.");
        Assert.Equal("2021-02-19", told.When!.Text.TrimEnd('?'));
        Assert.Contains(told.Evidence, e => e is { Ground: ToldGround.Stamp, Used: false });
    }

    [Fact]
    public void A_deadline_ahead_and_a_year_behind_place_a_story_without_a_stamp() =>
        Assert.Equal("2019-01-31/2019-02-01", Plain("", "Nga, Mỹ chưa tháo gỡ bất đồng", "Cuộc họp ngày 31/1 kết thúc không có tiến triển. Tháng 12/2018, Mỹ ra hạn chót là 2/2 tới."));

    [Fact]
    public void A_former_president_is_written_of_after_the_term()
    {
        var told = Of(Anywhere, "", "Căng thẳng ngoại giao", "Các biện pháp dưới thời cựu Tổng thống Barack Obama, ông Lavrov nói. Năm 2014, hai bên đã ký một văn kiện.");
        Assert.True(told.When!.Earliest >= Edtf.Parse("2017-01-20").Earliest);
    }

    [Fact]
    public void A_president_then_is_one_still_where_the_story_calls_him_so()
    {
        var told = Of(Anywhere, "", "Căng thẳng ngoại giao", "Tổng thống Barack Obama nói với báo giới.", "Cuộc gặp với Tổng thống Barack Obama khi đó diễn ra suôn sẻ.");
        Assert.DoesNotContain(told.Evidence, e => e.Ground == ToldGround.Office && e.Reason.Contains("out of office", StringComparison.Ordinal));
        told = Of(Anywhere, "", "Căng thẳng ngoại giao", "Cuộc gặp với Tổng thống Barack Obama khi đó diễn ra suôn sẻ.");
        Assert.Contains(told.Evidence, e => e.Ground == ToldGround.Office && e.Reason.Contains("out of office", StringComparison.Ordinal));
    }

    [Fact]
    public void The_imprint_below_a_story_is_its_stamp() =>
        Assert.Equal("2021-10-21", Plain("", "Nga cắt quan hệ với NATO", "Nga tuyên bố cắt quan hệ.", "NATO lấy làm tiếc.", "Dư luận chờ đợi.", "(Tuần báo Thời Cuộc, số 42, ra ngày 21-10-2021)"));

    [Theory]
    // A day without a year within the days that have one is theirs.
    [InlineData("2017-06-27/2017-06-28", "Sáng 27/6, Bộ trưởng đến Minsk. Chuyến thăm kéo dài từ ngày 26/6 đến 28/6/2017.")]
    [InlineData("2018-06-27/2018-06-28", "Ngày 27/6, Bộ trưởng đến Minsk. Hai nước ký văn kiện ngày 20/7/2017.")]
    public void A_dated_day_beside_the_news_gives_its_year(string expected, string body) => Assert.Equal(expected, Plain("", "Thăm Belarus", body));

    [Fact]
    public void A_day_just_past_is_not_the_told_day() =>
        Assert.Equal("2023-12-29/2024-01-04", Plain("", "Tập trận", "Thứ Năm vừa qua, 28/12, quân đội tập trận. Tháng 10/2023, hai bên gặp nhau."));

    [Fact]
    public void An_office_in_a_dated_past_says_nothing_of_the_told_day()
    {
        var told = Of(Anywhere, "03/08/2019 07:14", "INF bị khai tử", "Hiệp ước được Tổng thống Mỹ Ronald Reagan ký ngày 8/12/1987.");
        Assert.Equal("2019-08-03", told.When!.Text);
        Assert.DoesNotContain(told.Evidence, e => e.Ground == ToldGround.Office);
    }

    [Fact]
    public void The_year_of_an_event_dates_what_lies_ahead() =>
        Assert.Equal("2018-03-27/2018-03-28", Plain("", "NATO trục xuất nhà ngoại giao", "Ngày 27/3, NATO công bố quyết định. Anh không cử quan chức tới World Cup 2018 diễn ra vào tháng 6 tới."));

    [Fact]
    public void An_act_of_the_agreement_on_the_same_day_gives_the_year()
    {
        var story = Story("", "Hàn Quốc đình chỉ thỏa thuận", "Sáng nay (4/6), nội các họp. Ngày 22/11 năm ngoái, Hàn Quốc đình chỉ một phần thỏa thuận ký tháng 9/2018.");
        var told = Reader.Of(story, Anywhere, [new("inter-korean-cma", Edtf.Parse("2023-11-22"), "the suspension in part")]);
        Assert.Equal("2024-06-04", told.When!.Text.TrimEnd('?'));
        Assert.Contains(told.Evidence, e => e is { Ground: ToldGround.AgreementHistory, Used: true });
    }

    [Theory]
    [InlineData("2024-01-20/2024-01-21", "Ngày 18/1, Togo họp với Benin.", "Ngày 20/1, Chad trục xuất đại sứ Sudan.")]
    // One later day may be that of something still to come.
    [InlineData("2024-01-18/2024-01-19", "Ngày 18/1, Togo họp với Benin.", "Benin chưa trả lời.")]
    [InlineData("2024-01-16/2024-01-17", "Hội nghị cấp cao ngày 20/1 là dịp để hai bên gặp nhau.", "Benin chưa trả lời.")]
    public void A_round_up_is_told_after_the_last_of_its_days(string expected, string fourth, string fifth) =>
        Assert.Equal(expected, Plain("", "Thế giới trong tuần", "Tháng 12/2023, Niger cắt quan hệ với Pháp.", "Ngày 16/1, Mali rời khối.", "Dư luận bất ngờ.", fourth, fifth));

    [Fact]
    public void A_page_that_does_not_say_has_no_told_day() =>
        Assert.Null(Of(Anywhere, "", "Giá dừa tăng trở lại", "Bà con cho biết giá dừa tăng hai tuần qua. Hợp tác xã cam kết thu mua toàn bộ.").When);

    [Fact]
    public void Strong_evidence_that_excludes_itself_makes_a_story_contradictory() =>
        Assert.True(Reader.Of(Story("", "Nga cắt quan hệ", "Hôm nay (14/3), Nga tuyên bố cắt quan hệ.") with { Metadata = [("article:published_time", Edtf.Parse("2021-10-21"))] }, Anywhere).Contradictory);

    [Fact]
    public void Where_only_weak_evidence_chooses_the_year_the_day_is_uncertain() =>
        Assert.True(Of(Anywhere, "", "Nga, Mỹ đàm phán", "Ngày 31/1, hai bên đàm phán. Tháng 12/2018, Mỹ cáo buộc Nga vi phạm.").When!.Uncertain);

    [Fact]
    public void The_same_story_gives_the_same_told_day()
    {
        var first = Of(Anywhere, "21/10/2021 07:13", "Nga cắt quan hệ với NATO", "Ngày 18/10, Ngoại trưởng Sergei Lavrov tuyên bố.");
        var again = Build().Of(Story("21/10/2021 07:13", "Nga cắt quan hệ với NATO", "Ngày 18/10, Ngoại trưởng Sergei Lavrov tuyên bố."), Anywhere);
        Assert.Equal((first.When, string.Join('\n', first.Evidence)), (again.When, string.Join('\n', again.Evidence)));
    }

    private static Sighting Anywhere { get; } = new("made", "made.txt");

    private static string? Plain(string stamp, string title, params string[] body) => Of(Anywhere, stamp, title, body).When?.Text.Replace("?", "", StringComparison.Ordinal);

    private static Told Of(Sighting sighting, string stamp, string title, params string[] body) => Reader.Of(Story(stamp, title, body), sighting);

    private static Story Story(string stamp, string title, params string[] body)
    {
        (BlockKind Kind, string Text)[] lines = [(BlockKind.Chrome, stamp), (BlockKind.Title, title), .. body.Select(line => (BlockKind.Body, line))];
        var text = string.Join('\n', lines.Select(l => l.Text));
        var at = 0;
        var blocks = new List<Block>();
        foreach (var (kind, line) in lines)
        {
            if (line.Length > 0) blocks.Add(new(kind, new(at, at + line.Length), blocks.Count + 1));
            at += line.Length + 1;
        }
        return new() { Page = "p", Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Blocks = blocks, Language = "vi", Title = title };
    }

    private static ToldDay Build()
    {
        var faults = new List<Fault>();
        var lexicons = new[] { "vi", "en" }.Select(language => DateLexiconFiles.Load(DateCorpus.Folder(language), faults)!).ToList();
        var offices = HeldOfficesFile.Load(DataFiles.InFolder(Path.Combine(Repository.Root, "data", "actors")), "offices-held.yaml", faults);
        Assert.Empty(faults);
        return new(lexicons, offices);
    }

    // As the corpus guide scores: the true day lies in it, and it is no wider than the gold.
    private static void AtLeast(double share, string pages, string gold, Func<string, bool> wanted)
    {
        var wrong = new List<string>();
        var all = 0;
        foreach (var path in Directory.GetFiles(pages).Where(p => wanted(Path.GetFileName(p))).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var page = Corpus.GoldOf(name, gold);
            var published = Edtf.Parse(page.GetProperty("published").GetString()!);
            var day = page.TryGetProperty("published_day", out var known) && known.GetString() is { } said ? Edtf.Parse(said) : published;
            var told = StoryReader.Read(Corpus.Page(path)).Story is { } story ? Reader.Of(story, new(name, name)).When : null;
            all++;
            if (told is null || told.Earliest > day.Earliest || told.Latest < day.Latest || told.Days > published.Days) wrong.Add($"{name}: {published} wanted, {told?.Text ?? "none"} found");
        }
        Assert.True(1 - (double)wrong.Count / all >= share, string.Join('\n', wrong));
    }
}
