// How dates, numbers and names are said in both languages.
using Servanda.Model;
using Servanda.Words;
using Xunit;

namespace Servanda.Tests;

public class WordingTests
{
    private static Wording In(string language) => new(ShippedKnowledge.All, language);

    [Theory]
    [InlineData("2020-11-22", "22/11/2020", "22 November 2020")]
    [InlineData("2020-11", "tháng 11/2020", "November 2020")]
    [InlineData("2020", "năm 2020", "2020")]
    [InlineData("2020-05-21/2020-05-31", "từ 21/5/2020 đến 31/5/2020", "21 May 2020 to 31 May 2020")]
    [InlineData("2020-05-21/..", "từ 21/5/2020", "from 21 May 2020")]
    [InlineData("../2020-05-31", "đến 31/5/2020", "until 31 May 2020")]
    [InlineData("2020-05~", "khoảng tháng 5/2020", "about May 2020")]
    public void A_date_is_said_as_people_say_it(string edtf, string vi, string en) =>
        Assert.Equal((vi, en), (In("vi").Date(Edtf.Parse(edtf)), In("en").Date(Edtf.Parse(edtf))));

    [Theory]
    [InlineData("2020-11-22", "vào 22/11/2020", "on 22 November 2020")]
    [InlineData("2020-11", "vào tháng 11/2020", "in November 2020")]
    [InlineData("2020", "vào năm 2020", "in 2020")]
    [InlineData("2020-05-21/2020-05-31", "từ 21/5/2020 đến 31/5/2020", "21 May 2020 to 31 May 2020")]
    public void A_date_takes_the_preposition_it_wants(string edtf, string vi, string en) =>
        Assert.Equal((vi, en), (In("vi").When(Edtf.Parse(edtf)), In("en").When(Edtf.Parse(edtf))));

    [Theory]
    [InlineData("1550", "1.550", "1,550")]
    [InlineData("0.5", "0,5", "0.5")]
    [InlineData("20", "20", "20")]
    public void A_number_is_written_as_the_language_writes_it(string number, string vi, string en) =>
        Assert.Equal((vi, en), (In("vi").Number(number), In("en").Number(number)));

    [Fact]
    public void Each_act_and_agreement_has_a_name_in_both_languages()
    {
        foreach (var language in (string[])["vi", "en"])
        {
            Assert.All(ShippedKnowledge.All.Acts, act => Assert.True(act.Names.ContainsKey(language), act.Id));
            Assert.All(ShippedKnowledge.All.Agreements, agreement => Assert.NotEqual(agreement.Id, In(language).Agreement(agreement.Id)));
        }
    }

    [Fact]
    public void Each_class_of_things_that_acts_are_done_to_has_a_name_in_both_languages()
    {
        foreach (var language in (string[])["vi", "en"])
            Assert.All(ShippedKnowledge.All.Languages.SelectMany(pack => pack.Nouns), noun => Assert.True(ShippedKnowledge.All.Messages.In(language).ContainsKey($"object.{noun.Class}"), $"{language}: object.{noun.Class}"));
    }

    [Fact]
    public void A_page_of_no_known_paper_is_called_a_page()
    {
        var page = new string('a', 12) + new string('0', 52);
        Assert.Equal(("trang aaaaaaaaaaaa", "page aaaaaaaaaaaa"), (In("vi").Actor(page), In("en").Actor(page)));
        Assert.Equal("reuters", In("vi").Actor("reuters"));
    }

    [Fact]
    public void Each_party_of_a_shipped_agreement_has_a_name() =>
        Assert.All(ShippedKnowledge.All.Agreements.SelectMany(agreement => agreement.Parties), party => Assert.True(ShippedKnowledge.All.Messages.In("en").ContainsKey($"actor.{party.Party}"), party.Party));
}
