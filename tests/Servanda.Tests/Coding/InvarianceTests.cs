// What is read of a sentence stays read when who, to whom and when are said in another of the usual ways.
using System.Text.RegularExpressions;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class InvarianceTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    /// <summary>Ways to open a sentence, to name who does it ({0} is the state, {1} the rest), and to end.</summary>
    private static readonly string[] Doers =
    [
        "Hôm qua, {0}{1}", "Trong một diễn biến liên quan, {0}{1}", "Cuối cùng {0}{1}", "Giữa lúc căng thẳng leo thang, {0}{1}", "Theo hãng tin Reuters, {0}{1}", "Đến lượt {0}{1}", "Ở chiều ngược lại, {0}{1}",
        "Chính phủ {0}{1}", "Phía {0}{1}", "Đại diện {0}{1}", "Đoàn {0}{1}", "Cơ quan chức năng {0}{1}", "Nhà chức trách {0}{1}", "Bộ Ngoại giao {0}{1}", "Người phát ngôn chính phủ {0}{1}", "Nước láng giềng {0}{1}",
        "Tổng thống {0} Juan Reyes{1}", "Ông Juan Reyes, Tổng thống {0},{1}", "{0}, nước chủ nhà của hội nghị năm ngoái,{1}", "{0}, sau nhiều lần cân nhắc,{1}", "{0} trong tuần này{1}",
        "{0}{1} hôm thứ Ba", "{0}{1}, theo Reuters", "{0}{1}, động thái được chờ đợi từ lâu", "{0}{1} trong bối cảnh căng thẳng leo thang",
    ];

    /// <summary>Ways to name whom it is done to.</summary>
    private static readonly string[] Others = ["phía {0}", "chính phủ {0}", "nước {0}", "nước láng giềng {0}", "đồng minh {0}", "{0} (nước láng giềng)", "{0}, nước láng giềng,"];

    [Fact]
    public void Whoever_does_it_is_found_in_whatever_way_he_is_named()
    {
        var sentences = Sentences().Where(one => Reads(one.Text, one)).ToList();
        Hold(sentences, Doers, (one, way) => string.Format(System.Globalization.CultureInfo.InvariantCulture, way, one.Name, one.Text[one.Name.Length..^1]) + ".", target: false);
    }

    [Fact]
    public void Whoever_it_is_done_to_is_found_in_whatever_way_he_is_named()
    {
        var sentences = Sentences().Where(one => one.Other is not null && Reads(one.Text, one, target: true)).ToList();
        Hold(sentences, Others, (one, way) => Named(one.Other!).Replace(one.Text, string.Format(System.Globalization.CultureInfo.InvariantCulture, way, one.Other), 1, one.Name.Length), target: true);
    }

    /// <summary>Each way keeps nine sentences of ten, all together keep ninety-six of a hundred.</summary>
    private static void Hold(List<Sentence> sentences, string[] ways, Func<Sentence, string, string> told, bool target)
    {
        Assert.True(sentences.Count >= 60, $"only {sentences.Count} sentences to begin with");
        var kept = ways.ToDictionary(way => way, way => sentences.Count(one => Reads(told(one, way), one, target)));
        var weak = kept.Where(way => way.Value * 10 < sentences.Count * 9).Select(way => $"{way.Key}: {way.Value}");
        Assert.Empty(weak);
        Assert.True(kept.Values.Sum() * 100 >= sentences.Count * ways.Length * 96, string.Join("; ", kept.Select(way => $"{way.Key}: {way.Value} of {sentences.Count}")));
    }

    private static bool Reads(string text, Sentence one, bool target = false) =>
        Pack.Code(text).Reports.Any(report => one.Acts.Any(act => report.Act == act || Pack.IsFiner(report.Act, act)) && report.Source is [var source] && source == one.Source && (!target || report.Target.Contains(one.Target!)));

    /// <summary>Sentences of the table of acts that one state opens, and whom it is done to where another is named.</summary>
    private static IEnumerable<Sentence> Sentences()
    {
        var states = Pack.Words.Actors.Where(actor => actor.IsState).ToList();
        foreach (var line in Repository.Read("tests/corpus/sentences/acts.tsv").Split('\n'))
        {
            if (line.Split('\t') is not [var acts, var source, var target, var text] || line.StartsWith('#') || source.Contains(',') || !text.EndsWith('.')) continue;
            if (states.Find(state => state.Code == source)?.Names.Where(name => text.StartsWith(name + " ", StringComparison.Ordinal)).MaxBy(name => name.Length) is not { } opening) continue;
            var other = states.Find(state => state.Code == target)?.Names.Where(name => char.IsUpper(name[0]) && Named(name).IsMatch(text, opening.Length)).MaxBy(name => name.Length);
            yield return new(text, opening, acts.Split('|'), source, other is null ? null : target, other);
        }
    }

    private static Regex Named(string name) => new($@"(?<!\w){Regex.Escape(name)}(?!\w)");

    private sealed record Sentence(string Text, string Name, string[] Acts, string Source, string? Target, string? Other);
}
