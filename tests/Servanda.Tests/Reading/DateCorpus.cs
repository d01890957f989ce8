// The date phrases that stand beside the date rules: what each means, told on the day that its file names.
using Servanda.Model;
using Servanda.Reading.Dates;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class DateCorpus
{
    private static readonly Dictionary<string, DateFinder> Finders = new[] { "vi", "en" }.Where(l => File.Exists(Path.Combine(Folder(l), "dates", "rules.yaml"))).ToDictionary(l => l, Finder);

    public static string Folder(string language) => Path.Combine(Repository.Root, "data", "languages", language);

    public static DateFinder Finder(string language)
    {
        var faults = new List<Fault>();
        var lexicon = DateLexiconFiles.Load(Folder(language), faults);
        Assert.Empty(faults);
        return new(lexicon!);
    }

    public static TheoryData<string, int, string> Phrases()
    {
        var all = new TheoryData<string, int, string>();
        foreach (var language in Finders.Keys.Order(StringComparer.Ordinal))
            foreach (var file in Directory.GetFiles(Path.Combine(Folder(language), "dates", "corpus"), "*.tsv").Order(StringComparer.Ordinal))
            {
                var number = 0;
                foreach (var line in File.ReadLines(file))
                    if (++number > 0 && line.Length > 0 && line[0] != '#') all.Add($"{language}/{Path.GetFileName(file)}", number, line.Split('\t')[0]);
            }
        return all;
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_means_what_its_corpus_says(string file, int number, string phrase)
    {
        var (language, name) = (file[..2], file[3..]);
        var lines = File.ReadAllLines(Path.Combine(Folder(language), "dates", "corpus", name));
        var columns = lines[number - 1].Split('\t');
        var tense = columns.Length > 2 ? Enum.Parse<Tense>(columns[2], true) : Tense.Unknown;
        var context = new DateContext(Said("told"), tense, Said("anchor"));
        var found = Finders[language].Find(phrase, new(0, phrase.Length));
        var means = found.Count == 0 ? "-" : string.Join("; ", found.Select(m => Meaning(m, context)));
        Assert.True(columns[1] == means, $"{phrase}: {columns[1]} wanted, {means} found ({string.Join("; ", found.Select(m => $"'{m.Expression.Words}' {m.Expression.Rule}: {m.Expression.Form}"))})");

        Edtf? Said(string what) => lines.Select(l => l.Split('\t')).LastOrDefault(l => l[0] == $"# {what}" && l.Length > 1) is { } line ? Edtf.Parse(line[1]) : null;
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_rule_that_reads_a_date_has_a_phrase(string language)
    {
        var lexicon = DateLexiconFiles.Load(Folder(language), [])!;
        var fired = Directory.GetFiles(Path.Combine(Folder(language), "dates", "corpus"), "*.tsv").SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0])
            .SelectMany(phrase => Finders[language].Find(phrase, new(0, phrase.Length))).Select(mention => mention.Expression.Rule).ToHashSet();
        Assert.Empty(lexicon.Rules.Where(rule => rule.Kind is DateRuleKind.Plain or DateRuleKind.Bare or DateRuleKind.Continuation).Select(rule => rule.Id).Except(fired).Except(["vi.range.now", "vi.month.my-list"]));
    }

    [Theory]
    [InlineData("vi", 400)]
    [InlineData("en", 30)]
    public void A_third_of_the_phrases_are_to_be_left_alone_or_open(string language, int atLeast)
    {
        var lines = Directory.GetFiles(Path.Combine(Folder(language), "dates", "corpus"), "*.tsv").SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        Assert.True(lines.Count >= atLeast, $"{lines.Count} phrases");
        if (language == "vi") Assert.True(3 * lines.Count(line => line[1] is "-" or "?") >= lines.Count, $"{lines.Count(line => line[1] is "-" or "?")} of {lines.Count}");
    }

    private static string Meaning(DateMention mention, DateContext context)
    {
        var bound = mention.Bound == DateBound.On ? "" : mention.Bound.ToString().ToLowerInvariant() + " ";
        var date = DateExpressions.Resolve(mention.Expression, context).Date;
        return bound + (date?.Text ?? (mention.IsDuration ? (mention.Form with { Bound = DateBound.On }).ToString() : "?"));
    }
}
