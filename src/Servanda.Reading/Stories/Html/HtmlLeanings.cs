// What the markup says about each block: link, heading, caption, list, or part of the element that holds the story.
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories.Html;

/// <summary>
/// First every element gets the sum of what its blocks look like, prose for it, furniture against it. The element with the best sum holds the story. Then every line
/// leans towards the parts that its place in the tree suggests.
/// </summary>
internal sealed class HtmlLeanings(HtmlTree tree, List<HtmlBlock> blocks, HtmlMetadata metadata, string text, List<Line> lines)
{
    /// <summary>A hint in a name that would cost more than this share of the page's prose is not believed.</summary>
    private const double MostLostToAHint = 0.35;

    /// <summary>A notice holds no more than this share of it; more would be the page itself.</summary>
    private const double MostInANotice = 0.8;

    private const int FewestArticles = 3;
    private const int ShortestDescription = 30;

    private readonly double[] _prose = new double[tree.Nodes.Count];
    private HtmlSerial serial = HtmlSerial.None;

    private readonly Place[] _places = new Place[tree.Nodes.Count];

    [Flags]
    private enum Place : byte { None = 0, Aside = 1, Caption = 2, Byline = 4, Lead = 8, Story = 16, Known = 128 }

    public void Look()
    {
        var own = new double[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            own[i] = Worth(lines[i], Block(i));
            if (own[i] > 0) Add(_prose, Block(i).Element, own[i]);
        }
        var titles = Titles();
        var told = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++) told[i] = Matches(lines[i], titles);
        var titleLine = TitleLine(told);
        serial = HtmlSerial.Of(tree, blocks, lines, text, titleLine);
        var container = Container(own, titleLine);
        var known = told.AsSpan().Contains(true) || blocks.Exists(block => tree.Nodes[block.Element].Tag == Tag.H1);
        for (var i = 0; i < lines.Count; i++) lines[i].Leaning = Leaning(lines[i], Block(i), container, told[i], known, titleLine >= 0 && i > titleLine);
    }

    private HtmlBlock Block(int line) => blocks[lines[line].Number - 1];

    private void Add(double[] sums, int node, double amount)
    {
        for (; node >= 0; node = tree.Nodes[node].Parent) sums[node] += amount;
    }

    private static double LinkShare(HtmlBlock block) => block.Letters == 0 ? 0 : (double)block.LinkLetters / block.Letters;

    // Prose for, furniture against; what is mostly link is never prose.
    private static double Worth(Line line, HtmlBlock block)
    {
        var links = LinkShare(block);
        var prose = LineModel.Prose(line);
        if (links > 0.5) return -0.4;
        return prose > 0 ? prose * (1 - links) : -0.12;
    }

    // The line that is a first-level heading and the title of the page's head, or one of both; -1 where there is none.
    private int TitleLine(bool[] told)
    {
        var best = -1;
        var most = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var signs = (told[i] ? 3 : 0) + (tree.Nodes[Block(i).Element].Tag == Tag.H1 ? 2 : 0) - (LinkShare(Block(i)) > 0.5 ? 1 : 0);
            if (signs <= most) continue;
            best = i;
            most = signs;
        }
        return best;
    }

    private int Container(double[] own, int title)
    {
        var sums = new double[tree.Nodes.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var element = Block(i).Element;
            var worth = own[i];
            var place = Around(element);
            if (place.HasFlag(Place.Aside)) worth = Math.Min(worth, -0.5);
            else if (place.HasFlag(Place.Story) && LinkShare(Block(i)) < 0.4) worth = Math.Max(1.5 * worth, 0.4);
            // Notices and other stories stand above the title, the story hardly ever.
            if (worth > 0 && i < title) worth *= 0.3;
            Add(sums, element, worth);
        }
        var best = 0;
        for (var node = 1; node < sums.Length; node++)
            // Of equal elements the innermost.
            if (!tree.Nodes[node].IsText && sums[node] >= sums[best])
                best = node;
        return ArticleOf(title, sums, best);
    }

    // Where the title stands in an article element of its own that holds a fair part of the prose, other articles are other stories.
    private int ArticleOf(int title, double[] sums, int best)
    {
        for (var node = title < 0 ? -1 : Block(title).Element; node >= 0; node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Tag != Tag.Article || node <= best || node > tree.Nodes[best].Last || sums[node] * 4 < sums[best]) continue;
            var inner = node;
            for (var below = node; below <= tree.Nodes[node].Last; below++)
                if (!tree.Nodes[below].IsText && sums[below] >= sums[inner])
                    inner = below;
            return inner;
        }
        return Foremost(sums, best);
    }

    // Of many articles in one element, the one that holds by far the most.
    private int Foremost(double[] sums, int best)
    {
        int articles = 0, most = -1;
        for (var node = best + 1; node <= tree.Nodes[best].Last; node++)
        {
            if (tree.Nodes[node].Tag != Tag.Article || tree.Nodes[node].IsText) continue;
            articles++;
            if (most < 0 || sums[node] > sums[most]) most = node;
        }
        return articles >= FewestArticles && sums[most] * 2 >= sums[best] ? most : best;
    }

    // What the elements from here up to the root say, hints that cost too much left out.
    private Place Around(int node)
    {
        if (node < 0) return Place.None;
        if (_places[node] != Place.None) return _places[node];
        var place = Place.Known | Around(tree.Nodes[node].Parent);
        var total = Math.Max(1e-9, _prose.Length > 0 ? _prose[0] + Roots() : 0);
        if (_prose[node] <= MostLostToAHint * total)
        {
            if (HtmlHints.IsAside(tree, node)) place |= Place.Aside;
            if (HtmlHints.IsCaption(tree, node)) place |= Place.Caption;
            if (HtmlHints.IsByline(tree, node)) place |= Place.Byline;
        }
        if (_prose[node] <= MostInANotice * total && HtmlHints.IsNotice(tree, node)) place |= Place.Aside;
        if (serial.IsOther(node)) place |= Place.Aside;
        if (HtmlHints.IsLead(tree, node)) place |= Place.Lead;
        if (HtmlHints.IsStory(tree, node)) place |= Place.Story;
        return _places[node] = place;
    }

    // A page without an html element has several roots; the first counts anyway.
    private double Roots()
    {
        var sum = 0.0;
        for (var i = 1; i < tree.Nodes.Count; i++)
            if (tree.Nodes[i].Parent < 0)
                sum += _prose[i];
        return sum;
    }

    private List<string> Titles()
    {
        var titles = new List<string>();
        if (metadata.Title is { } title) titles.Add(Syllables.Bare(TextRepair.Composed(title)));
        return titles;
    }

    private Leaning Leaning(Line line, HtmlBlock block, int container, bool isTitle, bool titleKnown, bool belowTitle)
    {
        var place = Around(block.Element);
        var tag = tree.Nodes[block.Element].Tag;
        var links = LinkShare(block);
        var inside = block.Element >= container && block.Element <= tree.Nodes[container].Last;
        // The lead often stands between the title and the element that holds the rest.
        var between = !inside && belowTitle && block.Element < container && links < 0.2 && !place.HasFlag(Place.Aside);
        double prose = inside ? 0.8 : between ? -1 : -2, furniture = inside ? -0.3 : 0.5, title = 0, heading = inside ? 0 : -2;
        if (links > 0.4)
        {
            prose -= 5 * (links - 0.3);
            furniture += 2 * links;
            heading -= 2 * links;
        }
        if (place.HasFlag(Place.Aside))
        {
            prose -= 3;
            furniture += 1.5;
            heading -= 3;
            title -= 1;
        }
        if (place.HasFlag(Place.Caption))
        {
            prose -= 3;
            furniture += 2;
            heading -= 4;
            title -= 3;
        }
        if (place.HasFlag(Place.Story) && !place.HasFlag(Place.Aside) && links < 0.4) prose += 1.2;
        if (place.HasFlag(Place.Lead) && !place.HasFlag(Place.Aside)) prose += inside ? 1.5 : 2.5;
        if (place.HasFlag(Place.Byline)) prose -= 1;
        if (!inside && IsDescription(line)) prose += 2.5;
        if (inside && links < 0.4 && !place.HasFlag(Place.Aside))
        {
            if (tag is Tag.P or Tag.Blockquote) prose += place.HasFlag(Place.Story) ? 1.3 : 0.8;
            if (tag == Tag.Li) prose += line.Closed ? 0.8 : 1.8;
            if (tag is Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6) heading += 1.5;
        }
        if (tag is Tag.Td or Tag.Th && !line.Closed) prose -= 1;
        if (tag == Tag.H1)
        {
            title += 1.5;
            prose -= 3;
        }
        else if (isTitle)
        {
            prose -= 2;
        }
        // Where the markup says which line is the title, no other is.
        if (isTitle) title += 3;
        else if (titleKnown && tag != Tag.H1) title -= 3;
        return new Leaning(prose, furniture, title, heading);
    }

    // What the head gives as the page's description is the lead as a rule.
    private bool IsDescription(Line line)
    {
        if (metadata.Description is not { Length: >= ShortestDescription } description || line.Length < ShortestDescription) return false;
        return description.AsSpan(0, ShortestDescription).SequenceEqual(text.AsSpan(line.Start, ShortestDescription));
    }

    // The title on the page is the one in the head, which may have the site's name before or behind it.
    private bool Matches(Line line, List<string> titles)
    {
        if (titles.Count == 0 || line.Length is < 12 or > 250) return false;
        var bare = Syllables.Bare(text.Substring(line.Start, line.Length));
        return titles.Exists(title => (title.StartsWith(bare, StringComparison.Ordinal) || title.EndsWith(bare, StringComparison.Ordinal)) && bare.Length * 3 >= title.Length || bare.StartsWith(title, StringComparison.Ordinal) && title.Length > 12);
    }
}
