// Whom a host, a name or a byline names: one id to a newsroom, and none to people.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class NewsroomTests
{
    [Theory]
    [InlineData("baoquocte.vn", "tgvn")]
    [InlineData("Báo Thế giới và Việt Nam", "tgvn")]
    [InlineData("TG&VN", "tgvn")]
    [InlineData("m.vnexpress.net", "vnexpress")]
    [InlineData("VnExpress", "vnexpress")]
    [InlineData("vn.sputniknews.com", "sputnik")]
    [InlineData("Sputnik", "sputnik")]
    [InlineData("TTO", "tuoitre")]
    [InlineData("tuoitre.vn", "tuoitre")]
    [InlineData("Dân trí", "dantri")]
    [InlineData("znews.vn", "zing")]
    [InlineData("zingnews.vn", "zing")]
    [InlineData("www.baohaugiang.com.vn", "bao-hau-giang")]
    [InlineData("amp.vidu.example", "vidu.example")]
    [InlineData("Báo Ví Dụ", "báovídụ")]
    [InlineData("Tin tổng hợp", null)]
    [InlineData("PV", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_outlet_goes_by_one_id(string? outlet, string? id) => Assert.Equal(id, Telling.Newsrooms.Of(outlet));

    [Theory]
    [InlineData("Theo Reuters", "reuters")]
    [InlineData("theo Reuters, AFP", "reuters afp")]
    [InlineData("Theo TTXVN/Vietnam+", "ttxvn")]
    [InlineData("Theo Tuổi Trẻ và CNN", "tuoitre cnn")]
    [InlineData("Theo báo Thanh Niên", "thanhnien")]
    [InlineData("tổng hợp từ RT, Sputnik", "rt sputnik")]
    [InlineData("Nguồn: VOV.VN", "vov")]
    [InlineData("TASS lược dịch", "tass")]
    [InlineData("Theo nhật báo Ví Dụ", "nhậtbáovídụ")]
    [InlineData("vidu.example", "vidu.example")]
    [InlineData("PV", "")]
    [InlineData("PV tổng hợp", "")]
    [InlineData("Tổng hợp", "")]
    [InlineData("Minh Anh", "")]
    [InlineData("Theo Minh Anh", "")]
    [InlineData("HN tổng hợp", "")]
    [InlineData("Nguyễn Thị Báo", "")]
    [InlineData("Theo báo chí nước ngoài", "")]
    [InlineData("By John Smith", "")]
    [InlineData("Reuters and AP", "reuters ap")]
    [InlineData("Staff writer, with agencies", "")]
    public void A_byline_names_newsrooms_and_no_people(string credit, string ids) => Assert.Equal(ids, string.Join(' ', Telling.Newsrooms.In(credit)));

    [Fact]
    public void A_page_with_a_host_and_one_with_the_papers_name_are_one_origin()
    {
        var reports = Enumerable.Range(1, 4).Select(i => Telling.Report($"p{i}", "suspend RUS @ new-start 2023-02-21")).ToArray();
        var origins = new Dictionary<string, PageOrigin> { ["p1"] = new("p1", "dantri.com.vn", []), ["p2"] = new("p2", "Dân trí", ["PV"]), ["p3"] = new("p3", null, ["Theo Dân trí"]), ["p4"] = new("p4", "dantri.com.vn", ["Tổng hợp"]) };
        var told = Assert.Single(Telling.Fold.Of(reports, [], origins));
        Assert.Equal(1, told.Origins);
        Assert.Equal(["dantri"], told.OriginNames);
    }

    [Fact]
    public void People_in_a_byline_leave_two_papers_two_origins()
    {
        var reports = new[] { Telling.Report("p1", "suspend RUS @ new-start 2023-02-21"), Telling.Report("p2", "suspend RUS @ new-start 2023-02-21") };
        var origins = new Dictionary<string, PageOrigin> { ["p1"] = new("p1", "vnexpress.net", ["PV tổng hợp"]), ["p2"] = new("p2", "tuoitre.vn", ["PV tổng hợp"]) };
        Assert.Equal(["tuoitre", "vnexpress"], Assert.Single(Telling.Fold.Of(reports, [], origins)).OriginNames);
    }

    [Theory]
    [InlineData("Dân trí", "dantri.com.vn")]
    [InlineData("TTO", "tuoitre.vn")]
    [InlineData("m.vnexpress.net", "m.vnexpress.net")]
    [InlineData("Báo Ví Dụ", "Báo Ví Dụ")]
    [InlineData("Tin tổng hợp", null)]
    public void A_storys_outlet_is_a_host_where_one_is_known(string outlet, string? host) => Assert.Equal(host, Telling.Newsrooms.HostOf(outlet));

    [Fact]
    public void No_two_newsrooms_share_a_host() =>
        Assert.Empty(ShippedKnowledge.All.Outlets.SelectMany(outlet => outlet.Hosts).GroupBy(host => host, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key));
}
