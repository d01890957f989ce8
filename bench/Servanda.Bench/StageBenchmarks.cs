// How long each step of a page takes: story, sentences, dates, told day, reports, events, status. The input is the whole corpus, so that divided by its size it says what a megabyte costs.
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NodaTime;
using Servanda.Coding;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Reading;
using Servanda.Reading.Annotation;
using Servanda.Reading.Dates;
using Servanda.Reading.Numbers;
using Servanda.Terms;

namespace Servanda.Bench;

[MemoryDiagnoser, Config(typeof(Here))]
public class StageBenchmarks
{
    /// <summary>Run in this process: a step takes milliseconds, and nothing need be built for it.</summary>
    private sealed class Here : ManualConfig
    {
        public Here() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }

    private const string Language = "vi";
    private static readonly LocalDate Day = new(2026, 11, 22);

    private List<Page> plain = [], html = [];
    private List<(Story Story, Sighting Sighting)> stories = [];
    private List<AnnotatedStory> annotated = [];
    private List<Report> reports = [];
    private IReadOnlyList<Event> events = [];
    private Knowledge knowledge = null!;
    private Pipeline pipeline = null!;
    private DateFinder dates = null!;
    private Annotator annotator = null!;
    private ToldDay toldDay = null!;
    private Coder coder = null!;
    private EventFold fold = null!;

    [GlobalSetup]
    public void Load()
    {
        knowledge = BenchInput.Knowledge();
        var pack = knowledge.Languages.First(one => one.Language == Language);
        var numbers = new NumberFinder(pack.Units!);
        pipeline = new(knowledge);
        dates = new(pack.Dates!);
        annotator = new(LexiconBuilder.Build(pack, knowledge.Agreements, knowledge.Offices), dates.Find, (text, within) => [.. numbers.Find(text, within).Select(one => (one.Span, one.Value, one.Most, one.Unit))]);
        toldDay = new([.. knowledge.Languages.Select(one => one.Dates).OfType<DateLexicon>()], knowledge.Offices);
        coder = new(knowledge.Acts.ToDictionary(act => act.Id, StringComparer.Ordinal), new(knowledge.Agreements, knowledge.Languages));
        fold = new(knowledge.Acts, new(knowledge.Outlets, knowledge.CreditWords));
        (plain, html) = (BenchInput.Pages(PageFormat.PlainText), BenchInput.Pages(PageFormat.Html));
        stories = [.. plain.Select(page => (StoryReader.Read(page).Story, page.Sighting)).Where(one => one.Story?.Language == Language).Select(one => (one.Story!, one.Sighting))];
        annotated = [.. stories.Select(one => annotator.Annotate(one.Story) is var story ? story with { Told = toldDay.Of(one.Story, one.Sighting, [], DatesOf(story)) } : null!)];
        reports = [.. annotated.SelectMany(story => coder.Code(story).Reports).DistinctBy(report => report.Id)];
        events = fold.Of(reports, [], new Dictionary<string, PageOrigin>());
        Console.WriteLine($"// {plain.Sum(page => page.Bytes.Length)} bytes of plain text in {plain.Count} pages, {html.Sum(page => page.Bytes.Length)} of HTML in {html.Count}; {reports.Count} reports, {events.Count} events");
    }

    [Benchmark]
    public int Story_of_plain_text() => plain.Count(page => StoryReader.Read(page).Story is not null);

    [Benchmark]
    public int Story_of_html() => html.Count(page => StoryReader.Read(page).Story is not null);

    [Benchmark]
    public int Sentences_with_names_and_dates() => stories.Sum(one => annotator.Name(one.Story).Story.Sentences.Count);

    [Benchmark]
    public int Sentences_with_names_words_dates_and_numbers() => stories.Sum(one => annotator.Annotate(one.Story).Sentences.Count);

    [Benchmark]
    public int Dates_alone() => stories.Sum(one => one.Story.Blocks.Where(block => block.IsCoded).Sum(block => dates.Find(one.Story.Text, block.Span).Count));

    [Benchmark]
    public int Told_day() => stories.Select((one, i) => toldDay.Of(one.Story, one.Sighting, [], DatesOf(annotated[i]))).Count(told => told.When is not null);

    [Benchmark]
    public int Reports() => annotated.Sum(story => coder.Code(story).Reports.Count);

    [Benchmark]
    public int All_steps_of_plain_text() => plain.Count(page => pipeline.Read(page).Reading is not null);

    [Benchmark]
    public int All_steps_of_html() => html.Count(page => pipeline.Read(page).Reading is not null);

    [Benchmark]
    public int Events_of_all_reports() => fold.Of(reports, [], new Dictionary<string, PageOrigin>()).Count;

    [Benchmark]
    public int Status_of_all_agreements() => knowledge.Agreements.Sum(agreement => Statuses.Of(agreement, [.. events.Where(one => one.Agreement == agreement.Id)], new(Day)).Count);

    private static List<DateMention> DatesOf(AnnotatedStory story) => [.. story.Sentences.SelectMany(sentence => sentence.Dates).Select(date => date.Mention)];
}
