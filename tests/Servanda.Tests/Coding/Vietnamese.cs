// The Vietnamese pack as the program uses it, for tests.
using Servanda.Coding;
using Servanda.Model;
using Servanda.Reading.Annotation;
using Servanda.Reading.Dates;
using Servanda.Reading.Numbers;
using Servanda.Store;

namespace Servanda.Tests;

internal sealed record Vietnamese(LanguagePack Words, Annotator Annotator, Coder Coder)
{
    private IReadOnlyList<ActDefinition> Acts { get; init; } = [];

    /// <summary>Whether an act is a finer one of another.</summary>
    public bool IsFiner(string act, string of) => Acts.Any(one => one.Id == act && one.FinerThan.Contains(of));

    public static Vietnamese Load() => Load("vi");

    /// <summary>The pack of another language in the same shape.</summary>
    public static Vietnamese Load(string language)
    {
        var folder = KnowledgeFolder.Read(DataFiles.InFolder(Path.Combine(Root(), "data")));
        var knowledge = folder.Knowledge ?? throw new InvalidOperationException(string.Join("\n", folder.Faults));
        var words = knowledge.Languages.Single(pack => pack.Language == language);
        var finder = new DateFinder(words.Dates!);
        var annotator = new Annotator(LexiconBuilder.Build(words, knowledge.Agreements, knowledge.Offices), finder.Find, words.Units is null ? (_, _) => [] : Numbers(words.Units));
        return new(words, annotator, new Coder(knowledge.Acts.ToDictionary(act => act.Id), new Regimes(knowledge.Agreements, [words]))) { Acts = knowledge.Acts };
    }

    /// <summary>Codes one paragraph as the body of a story of unknown date.</summary>
    public Coded Code(string text, bool gated = false)
    {
        var story = new Story
        {
            Page = "phrase",
            Format = PageFormat.PlainText,
            Text = text,
            Map = TextMap.Identity,
            Language = Words.Language,
            Blocks = [new(BlockKind.Body, new(0, text.Length), 1)],
        };
        return Coder.Code(Annotator.Annotate(story), gated);
    }

    /// <summary>Codes a story told on a day: its title, then its paragraphs.</summary>
    public IReadOnlyList<Report> Tell(string told, string? title, params string[] paragraphs)
    {
        var blocks = new List<Block>();
        var text = "";
        foreach (var part in title is null ? paragraphs : [title, .. paragraphs])
        {
            blocks.Add(new(title is not null && blocks.Count == 0 ? BlockKind.Title : BlockKind.Body, new(text.Length, text.Length + part.Length), blocks.Count + 1));
            text += part + "\n";
        }
        var story = new Story { Page = "story", Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Language = "vi", Blocks = blocks };
        return Coder.Code(Annotator.Annotate(story) with { Told = new(Edtf.Parse(told), []) }, gated: false).Reports;
    }

    private static Func<string, Span, IReadOnlyList<(Span, decimal, decimal?, string?)>> Numbers(UnitLexicon units)
    {
        var finder = new NumberFinder(units);
        return (text, within) => [.. finder.Find(text, within).Select(number => (number.Span, number.Value, number.Most, number.Unit))];
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Servanda.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run below the repository.");
    }
}
