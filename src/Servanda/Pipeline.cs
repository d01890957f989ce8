// The whole way of a page, from bytes to findings. Read this file first.
using System.Security.Cryptography;
using System.Text;
using Servanda.Coding;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Reading;
using Servanda.Reading.Annotation;
using Servanda.Reading.Dates;
using Servanda.Reading.Numbers;
using Servanda.Terms;

namespace Servanda;

/// <summary>The steps, with the knowledge that they work by. Holds no state: the same page gives the same reading, on any thread.</summary>
public sealed class Pipeline
{
    /// <summary>By language; the lexicon of a language is put together when its first story is read.</summary>
    private readonly Dictionary<string, Lazy<(Annotator Annotator, Coder Coder)>> languages;
    private readonly Newsrooms newsrooms;
    private readonly ToldDay toldDay;
    private readonly ILookup<string, DatedAct> history;

    public Pipeline(Knowledge knowledge)
    {
        var regimes = new Regimes(knowledge.Agreements, knowledge.Languages);
        var acts = knowledge.Acts.ToDictionary(act => act.Id, StringComparer.Ordinal);
        languages = knowledge.Languages.Where(pack => pack.Dates is not null && pack.Frames.Count > 0).ToDictionary(
            pack => pack.Language,
            pack => new Lazy<(Annotator, Coder)>(() =>
                (new(LexiconBuilder.Build(pack, knowledge.Agreements, knowledge.Offices), new DateFinder(pack.Dates!).Find, NumbersOf(pack)), new(acts, regimes))),
            StringComparer.Ordinal);
        newsrooms = new(knowledge.Outlets, knowledge.CreditWords);
        toldDay = new ToldDay(knowledge.Languages.Select(pack => pack.Dates).OfType<DateLexicon>().ToList(), knowledge.Offices);
        history = knowledge.Agreements.SelectMany(agreement => agreement.Register.Select(act => new DatedAct(agreement.Id, act.Date, act.Act))).ToLookup(act => act.Agreement, StringComparer.Ordinal);
        Version = CoderVersionOf(knowledge);
    }

    /// <summary>What decides whether a page must be read again: this program's reading and coding, and the data.</summary>
    public string Version { get; }

    /// <summary>The id of the reading that <see cref="Read"/> gives of a page: a hash of all that it depends on, so that a page that was read so before need not be read again.</summary>
    public string IdOf(Page page)
    {
        var seen = page.Sighting;
        return Hash($"{page.Id}\n{seen.Published}\n{seen.Outlet}\n{seen.Captured}\n{seen.Address}\n{Version}");
    }

    /// <summary>Page → story → names and dates → told day → other words → reports; the last two only where the names leave open whether the story is ours. Depends on nothing but the page, its sighting and the knowledge.</summary>
    public ReadingOrReject Read(Page page) => Read([page])[0];

    /// <summary>
    /// The same for several pages, step by step: code and knowledge of one step serve all of them before those of the next push them out of the processor's caches.
    /// </summary>
    public IReadOnlyList<ReadingOrReject> Read(IReadOnlyList<Page> pages)
    {
        var readings = new ReadingOrReject[pages.Count];
        var stories = new (Story Story, (Annotator Annotator, Coder Coder) Steps, NamedStory Named, AnnotatedStory? Annotated)?[pages.Count];
        for (var at = 0; at < readings.Length; at++)
        {
            var read = StoryReader.Read(pages[at]);
            if (read.Story is not { } story) readings[at] = new(read.Reject!);
            else if (languages.TryGetValue(story.Language ?? "", out var steps)) stories[at] = (story, steps.Value, null!, null);
            else readings[at] = new(Reading(pages[at], story, toldDay.Of(story, pages[at].Sighting), Coded.Nothing));
        }
        for (var at = 0; at < stories.Length; at++)
            if (stories[at] is { } one) stories[at] = one with { Named = one.Steps.Annotator.Name(one.Story) };
        for (var at = 0; at < stories.Length; at++)
            if (stories[at] is { Named: { Story: var named } } one) stories[at] = one with { Named = one.Named with { Story = named with { Told = ToldOf(named, pages[at].Sighting) } } };
        for (var at = 0; at < stories.Length; at++)
            if (stories[at] is { } one && StoryMatter.MayBeOurs(one.Named.Story)) stories[at] = one with { Annotated = one.Steps.Annotator.Complete(one.Named) };
        for (var at = 0; at < stories.Length; at++)
            if (stories[at] is { } one) readings[at] = new(Reading(pages[at], one.Story, one.Named.Story.Told, one.Annotated is { } story ? one.Steps.Coder.Code(story) : Coded.Nothing));
        return readings;
    }

    private Told ToldOf(AnnotatedStory story, Sighting sighting) =>
        toldDay.Of(story.Story, sighting, HistoryOf(story), [.. story.Sentences.SelectMany(sentence => sentence.Dates).Select(date => date.Mention)]);

    /// <summary>What happened to the agreements that a story names: a day that it gives without a year is likely one of theirs.</summary>
    private List<DatedAct> HistoryOf(AnnotatedStory story)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sentence in story.Sentences)
            foreach (var name in sentence.Names)
                if (name.Entry is AgreementEntry { Id: var id }) named.Add(id);
        return [.. named.SelectMany(id => history[id])];
    }

    /// <summary>Reports → events: a pure function of all live reports and rulings, whatever the order they came in.</summary>
    public static Folding Merging(Knowledge knowledge) => new EventFold(knowledge.Acts, new(knowledge.Outlets, knowledge.CreditWords)).Folding with { CourseActs = Statuses.Acts };

    private static Func<string, Span, IReadOnlyList<(Span Span, decimal Value, decimal? Most, string? Unit)>> NumbersOf(LanguagePack pack)
    {
        if (pack.Units is null) return (_, _) => [];
        var finder = new NumberFinder(pack.Units);
        return (text, within) => [.. finder.Find(text, within).Select(number => (number.Span, number.Value, number.Most, number.Unit))];
    }

    /// <summary>Readings → findings: a page is held against the terms of the agreements and against itself.</summary>
    public static TermsBook Judging(Knowledge knowledge) => new(knowledge.Agreements, knowledge.FindingWords, knowledge.Languages);

    /// <summary>The same as a ledger takes it that keeps what pages give.</summary>
    public static Judgement Judgement(Knowledge knowledge)
    {
        var book = new Lazy<TermsBook>(() => Judging(knowledge));
        return new(Hash($"{knowledge.TermsVersion} {typeof(Page).Module.ModuleVersionId} {typeof(Findings).Module.ModuleVersionId}")[..16], reading => Findings.OfPage(reading, book.Value));
    }

    private PageReading Reading(Page page, Story story, Told told, Coded coded) => new()
    {
        Id = IdOf(page),
        CoderVersion = Version,
        Sighting = page.Sighting,
        Story = story with { Outlet = newsrooms.HostOf(story.Outlet) },
        Told = told,
        Reports = coded.Reports,
        Coverage = coded.Coverage,
    };

    private static string CoderVersionOf(Knowledge knowledge) =>
        Hash($"{knowledge.Version} {typeof(Page).Module.ModuleVersionId} {typeof(StoryReader).Module.ModuleVersionId} {typeof(Coder).Module.ModuleVersionId}")[..16];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A reading of a page, or why there is none: exactly one is set.</summary>
public readonly record struct ReadingOrReject
{
    public ReadingOrReject(PageReading reading) => Reading = reading;

    public ReadingOrReject(Reject reject) => Reject = reject;

    public PageReading? Reading { get; }

    public Reject? Reject { get; }
}
