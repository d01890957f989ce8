// From an annotated story to reports: who did what to whom, when, about which agreement, and on whose word.
using NodaTime;
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What a story was coded to, and what was left.</summary>
public sealed record Coded(IReadOnlyList<Report> Reports, CoverageCounts Coverage)
{
    /// <summary>What a story about other things gives.</summary>
    public static Coded Nothing { get; } = new([], new(0, 0, []));
}

/// <summary>The coder of one language. Holds only knowledge; the same story gives the same reports, on any thread.</summary>
public sealed class Coder(IReadOnlyDictionary<string, ActDefinition> acts, Regimes regimes)
{
    /// <summary>No newspaper's paragraph is longer than this, in characters.</summary>
    private const int LongestParagraph = 1500;

    /// <param name="gated">Whether a story about other things gives nothing; without the gate single phrases can be read.</param>
    public Coded Code(AnnotatedStory story, bool gated = true)
    {
        var matter = gated ? StoryMatter.Of(story) : Matter.States;
        if (matter == Matter.Other) return Coded.Nothing;
        var dropped = new List<DroppedTrigger>();
        var words = story.Sentences.Select(sentence => new WordIndex(sentence)).ToList();
        var quotations = new Dictionary<int, Speaker>();
        var clock = new StoryClock(story.Told.When);
        var sections = Sections.Of(story);
        var first = Pass(story, words, sections, quotations, null, [], null, clock);
        var drafts = new List<Draft>();
        var memories = Pass(story, words, sections, quotations, drafts, dropped, first, clock);
        if (matter == Matter.Home) drafts.RemoveAll(draft => !StoryMatter.IsNamed(story, draft));
        var merged = Merging.Of(drafts, story.Told.When).ConvertAll(draft => draft.Dated());
        return new(Reports(story, merged), new(memories.Sum(memory => memory.MostMentioned.Sum(memory.Mentions)), drafts.Count + dropped.Count, dropped) { Unknown = UnknownVerbs.Of(story) });
    }

    /// <param name="first">What the first pass learned of each section; null in it.</param>
    private List<StoryMemory> Pass(AnnotatedStory story, List<WordIndex> words, int[] sections, Dictionary<int, Speaker> quotations, List<Draft>? drafts, List<DroppedTrigger> dropped, List<StoryMemory>? first, StoryClock clock)
    {
        var people = new People(first?[0].People);
        var memories = Enumerable.Range(0, sections.Length == 0 ? 1 : sections[^1] + 1).Select(section => first is null ? new StoryMemory(people) : StoryMemory.After(first[section], people)).ToList();
        for (var number = 0; number < sections.Length; number++) CountAgreements(story.Sentences[number], memories[sections[number]]);
        foreach (var memory in memories)
            memory.Subject = memory.Agreements.Where(one => one.Value >= 2).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key).FirstOrDefault();
        clock.Restart();
        Block? block = null;
        for (var number = 0; number < story.Sentences.Count; number++)
        {
            var sentence = story.Sentences[number];
            var memory = memories[sections[number]];
            if (sentence.Block != block)
            {
                clock.Turn();
                memory.Turn();
            }
            else if (IsRunTogether(sentence.Block)) clock.Lapse();
            block = sentence.Block;
            new SentenceCoder(story, number, words[number], memory, regimes, acts, quotations).Run(drafts, dropped, clock);
        }
        return memories;
    }

    /// <summary>Whether a block is so long that it must be several paragraphs which whoever took the page ran together.</summary>
    private static bool IsRunTogether(Block block) => block.Span.Length > LongestParagraph;

    /// <summary>Counts what a sentence names: agreements, and bodies where it speaks of joining or leaving one.</summary>
    private static void CountAgreements(Sentence sentence, StoryMemory memory)
    {
        var weight = sentence.Block.Kind is BlockKind.Title or BlockKind.Lead ? 3 : 1;
        foreach (var name in sentence.Names)
        {
            var id = name.Entry switch
            {
                AgreementEntry agreement => agreement.Id,
                ActorEntry { IsState: false, Form: ActorForm.Name, Agreement: { } membership } when StoryMatter.IsLeftOrJoined(sentence, name) => membership,
                _ => null,
            };
            if (id is not null) memory.Agreements[id] = memory.Agreements.GetValueOrDefault(id) + weight;
        }
    }

    private static List<Report> Reports(AnnotatedStory story, List<Draft> drafts)
    {
        var ids = new Dictionary<Span, string>();
        var reports = new List<Report>();
        foreach (var draft in drafts)
        {
            var report = new Report
            {
                Id = "",
                Page = story.Story.Page,
                Act = draft.Act,
                Source = Sorted(draft.Source),
                Target = Sorted(draft.Target),
                Agreement = draft.Agreement,
                Object = draft.Object,
                When = draft.When?.Expression,
                Date = draft.Date,
                Status = draft.Status,
                Polarity = draft.Polarity,
                Quantities = draft.Quantities,
                Speaker = draft.Speaker,
                Word = draft.Word,
                Via = Sorted(draft.Via),
                Person = draft.Person,
                Evidence = draft.Evidence,
                Lines = draft.Lines,
                Rules = draft.Rules,
                Told = story.Told.When,
            };
            report = report with { Id = ReportIds.Of(report) };
            ids[draft.Trigger] = report.Id;
            reports.Add(report);
        }
        for (var i = 0; i < reports.Count; i++)
            if (drafts[i].Answers is { } answered && ids.TryGetValue(answered, out var id) && id != reports[i].Id) reports[i] = reports[i] with { InResponseTo = id };
        return reports.DistinctBy(report => report.Id).ToList();
    }

    private static List<string> Sorted(IReadOnlyList<string> codes) => codes.Count < 2 ? [.. codes] : codes.Distinct().Order(StringComparer.Ordinal).ToList();
}
