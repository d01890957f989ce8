// Posts of a forum, comments, stories that scrolling adds: elements of one kind, each with its own day or its own "reply".
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories.Html;

/// <summary>
/// Siblings with one tag and one class that are each dated above their prose are stories or posts by themselves: the page's story is the one with its title, or the first; the others are not.
/// Siblings that each can be liked or replied to are comments, all of them where prose stands before them.
/// </summary>
internal sealed class HtmlSerial
{
    public static HtmlSerial None { get; } = new();

    private readonly HashSet<int> others = [];

    private HtmlSerial()
    {
    }

    /// <summary>Whether an element is one of a series and not the story.</summary>
    public bool IsOther(int node) => others.Contains(node);

    public static HtmlSerial Of(HtmlTree tree, List<HtmlBlock> blocks, List<Line> lines, string text, int titleLine)
    {
        var found = new HtmlSerial();
        var title = titleLine < 0 ? -1 : blocks[lines[titleLine].Number - 1].Element;
        var items = ItemsOf(tree, blocks, lines, text);
        foreach (var series in items.GroupBy(item => (tree.Nodes[item.Node].Parent, tree.Nodes[item.Node].Tag, tree.Attribute(item.Node, "class").ToString())))
        {
            if (series.Key.Item3.Length == 0) continue;
            var dated = series.Where(item => item is { DatedFirst: true, Prose: > 0 }).ToList();
            if (dated.Count > 1)
            {
                var kept = dated.FindIndex(item => item.Node <= title && title <= tree.Nodes[item.Node].Last);
                found.others.UnionWith(dated.Where((_, i) => i != Math.Max(0, kept)).Select(item => item.Node));
            }
            var answered = series.Where(item => item is { IsAnswered: true, Prose: > 0 }).ToList();
            if (answered.Count > 1 && lines.Take(answered[0].FirstLine).Any(line => LineModel.Prose(line) > 0)) found.others.UnionWith(answered.Select(item => item.Node));
        }
        return found;
    }

    /// <summary>Every element that has a day or a "reply" in it, with what matters of its lines.</summary>
    private static IEnumerable<Item> ItemsOf(HtmlTree tree, List<HtmlBlock> blocks, List<Line> lines, string text)
    {
        var signs = lines.ConvertAll(line => SignOf(line, text.AsSpan(line.Start, line.Length)));
        // One day is the story's own.
        if (signs.Count(sign => sign != Sign.None) < 2) return [];
        var items = new Item?[tree.Nodes.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var prose = LineModel.Prose(lines[i]) > 0;
            if (!prose && signs[i] == Sign.None) continue;
            for (var node = blocks[lines[i].Number - 1].Element; node >= 0; node = tree.Nodes[node].Parent)
            {
                var item = items[node] ??= new(node, i);
                if (signs[i] == Sign.Day && item.Prose == 0) item.DatedFirst = true;
                item.IsAnswered |= signs[i] == Sign.Answer;
                if (prose) item.Prose++;
            }
        }
        return items.OfType<Item>();
    }

    private enum Sign : byte { None, Day, Answer }

    private static Sign SignOf(Line line, ReadOnlySpan<char> span) =>
        line.IsStamp && IsDay(span) ? Sign.Day : line.Length <= LongestAnswer && IsAnswer(Syllables.Bare(span.ToString())) ? Sign.Answer : Sign.None;

    private const int LongestAnswer = 24;

    // Without accents, as lines are compared.
    private static readonly string[] Answers = ["tra loi", "phan hoi", "khong thich", "thich", "reply", "dislike", "like", "trich dan", "quote", "bao xau", "bao vi pham", "report", "upvote"];

    // "Thích · Trả lời · 5": nothing but such words and numbers.
    private static bool IsAnswer(string bare)
    {
        var rest = bare;
        foreach (var word in Answers) rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Length < bare.Length && !rest.Any(char.IsLetter);
    }

    // A day and not only a time of day: two parts of a number's date, or a month.
    private static bool IsDay(ReadOnlySpan<char> span)
    {
        var marks = 0;
        for (var i = 1; i + 1 < span.Length; i++)
        {
            if (span[i] is '/' or '-' or '.' && char.IsAsciiDigit(span[i - 1]) && char.IsAsciiDigit(span[i + 1])) marks++;
        }
        return marks > 1 || span.Contains("tháng", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Item(int node, int firstLine)
    {
        public int Node => node;

        public int FirstLine => firstLine;

        public bool DatedFirst { get; set; }

        public bool IsAnswered { get; set; }

        public int Prose { get; set; }
    }
}
