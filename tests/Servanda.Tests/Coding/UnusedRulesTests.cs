// Rules that nothing fires: no phrase beside them, no sentence of the tables, no page of the corpus.
using Xunit;

namespace Servanda.Tests;

public class UnusedRulesTests
{
    /// <summary>Frames that fire nowhere; the number may fall and must not rise. <c>./dev check</c> shows it, and their ids stand in unused-rules.txt beside the tests.</summary>
    private const int MostUnused = 0;

    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Fact]
    public void Rules_that_nothing_fires_get_no_more()
    {
        var fired = new HashSet<string>(StringComparer.Ordinal);
        void Fire(string text) => fired.UnionWith(Pack.Code(text).Reports.SelectMany(report => report.Rules));
        foreach (var phrase in Pack.Words.Frames.SelectMany(frame => frame.Phrases)) Fire(phrase);
        foreach (var table in (string[])["acts.tsv", "families.tsv", "deeds.tsv", "dealings.tsv", "force-and-trade.tsv", "agreements-and-missions.tsv", "agreements-in-passing.tsv"])
            foreach (var line in File.ReadLines(Repository.PathOf($"tests/corpus/sentences/{table}")))
                if (line.Split('\t') is [.., var sentence] && line[0] != '#') Fire(sentence);
        foreach (var page in Directory.GetFiles(Repository.PathOf("tests/corpus/pages"), "*.txt").Order(StringComparer.Ordinal)) Fire(File.ReadAllText(page));
        var unused = Pack.Words.Frames.Select(frame => frame.Id).Where(id => !fired.Contains(id)).Order(StringComparer.Ordinal).ToList();
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "unused-rules.txt"), unused);
        Assert.True(unused.Count <= MostUnused, $"{unused.Count} rules fire nowhere:\n{string.Join('\n', unused)}");
    }

    [Fact]
    public void Every_rule_has_an_id_and_a_phrase()
    {
        Assert.All(Pack.Words.Frames, frame => Assert.True(frame.Id.Length > 0 && frame.Phrases.Count > 0, frame.Id));
        Assert.All(Pack.Words.Cues, cue => Assert.True(cue.Id.Length > 0 && cue.Phrases.Count > 0, cue.Id));
        Assert.All(Pack.Words.Attributions, words => Assert.True(words.Id.Length > 0 && words.Phrases.Count > 0, words.Id));
        Assert.All(Pack.Words.Chains, chain => Assert.True(chain.Id.Length > 0 && chain.Phrases.Count > 0, chain.Id));
    }
}
