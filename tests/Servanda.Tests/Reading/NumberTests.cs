// Numbers with what they count: the phrases that stand beside the units, and what holds for any text.
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Servanda.Model;
using Servanda.Reading.Dates;
using Servanda.Reading.Numbers;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class NumberTests
{
    private static readonly NumberFinder Numbers = Build();
    private static readonly DateFinder Dates = DateCorpus.Finder("vi");

    public static TheoryData<string, string> Phrases() =>
        new(File.ReadLines(Path.Combine(DateCorpus.Folder("vi"), "units.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(line => (line[0], line[1])));

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_counts_what_its_corpus_says(string phrase, string counts)
    {
        var whole = new Span(0, phrase.Length);
        var found = Numbers.Find(phrase, whole, Dates.Find(phrase, whole));
        Assert.Equal(counts, found.Count == 0 ? "-" : string.Join("; ", found.Select(Said)));
    }

    [Fact]
    public void A_date_is_no_number_and_a_duration_is_one()
    {
        const string text = "Ngày 18/10, Nga cho hai nhà ngoại giao 72 giờ để rời đi, hạn chót 21/10/2021.";
        var whole = new Span(0, text.Length);
        Assert.Equal(["2 person", "72 hour"], Numbers.Find(text, whole, Dates.Find(text, whole)).Select(Said));
    }

    [Fact]
    public void No_text_throws_and_every_number_lies_inside_it()
    {
        string[] pieces = ["1", "20", "1.550", "5,5", "năm", "hai", "mươi", "lăm", "trăm", "nghìn", "triệu", "phần", "ba", "người", "nước", "%", "-", "đến", "xuống còn", "/", ".", " ", "USD", "$", "hơn", "quả", "tên lửa", "\n", "9999999999999", "tỷ"];
        var texts = Gen.OneOf(Gen.Elements(pieces).ArrayOf().Select(parts => string.Join(' ', parts)), Gen.Elements(pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(t => t ?? "")).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var found = Numbers.Find(text, new(0, text.Length));
            return found.All(n => n.Span.Start >= 0 && n.Span.End <= text.Length && n.Span.Length > 0 && !(n.Most <= n.Value)) && found.Zip(found.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
        }).QuickCheckThrowOnFailure();
    }

    private static string Said(NumberFound number)
    {
        var sense = number.Sense switch { NumberSense.Approximate => "~", NumberSense.AtLeast => ">", NumberSense.AtMost => "<", _ => "" };
        var value = number.Value.ToString("0.####", CultureInfo.InvariantCulture) + (number.Most is { } most ? ".." + most.ToString("0.####", CultureInfo.InvariantCulture) : "");
        return sense + value + (number.Unit is { } unit ? " " + unit : "");
    }

    private static NumberFinder Build()
    {
        var faults = new List<Fault>();
        var lexicon = UnitLexiconFile.Load(DataFiles.InFolder(DateCorpus.Folder("vi")), "", faults);
        Assert.Empty(faults);
        return new(lexicon!);
    }
}
