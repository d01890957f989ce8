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

    private readonly double[] _prose = new double[tree.Nodes.Count];
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
        var container = Container(own);
        var titles = Titles();
        for (var i = 0; i < lines.Count; i++) lines[i].Leaning = Leaning(lines[i], Block(i), container, titles);
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

    private int Container(double[] own)
    {
        var sums = new double[tree.Nodes.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var element = Block(i).Element;
            var worth = own[i];
            if (worth > 0 && Around(element).HasFlag(Place.Aside)) worth = -0.5;
            if (worth > 0 && Around(element).HasFlag(Place.Story)) worth *= 1.5;
            Add(sums, element, worth);
        }
        var best = 0;
        for (var node = 1; node < sums.Length; node++)
            // Of equal elements the innermost.
            if (!tree.Nodes[node].IsText && sums[node] >= sums[best])
                best = node;
        return best;
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

    private Leaning Leaning(Line line, HtmlBlock block, int container, List<string> titles)
    {
        var place = Around(block.Element);
        var tag = tree.Nodes[block.Element].Tag;
        var links = LinkShare(block);
        var inside = block.Element >= container && block.Element <= tree.Nodes[container].Last;
        double prose = inside ? 0.8 : -2, furniture = inside ? -0.3 : 0.5, title = 0, heading = inside ? 0 : -2;
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
        if (place.HasFlag(Place.Story)) prose += 0.7;
        if (place.HasFlag(Place.Lead) && !place.HasFlag(Place.Aside)) prose += 1.5;
        if (place.HasFlag(Place.Byline)) prose -= 1;
        if (inside && links < 0.4 && !place.HasFlag(Place.Aside))
        {
            if (tag is Tag.P or Tag.Blockquote) prose += 0.8;
            if (tag == Tag.Li) prose += line.Closed ? 0.8 : 1.8;
            if (tag is Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6) heading += 1.5;
        }
        if (tag is Tag.Td or Tag.Th && !line.Closed) prose -= 1;
        if (tag == Tag.H1)
        {
            title += 1.5;
            prose -= 3;
        }
        if (Matches(line, titles))
        {
            title += 3;
            prose -= 2;
        }
        return new Leaning(prose, furniture, title, heading);
    }

    // The title on the page is the one in the head, which may have the site's name behind it.
    private bool Matches(Line line, List<string> titles)
    {
        if (titles.Count == 0 || line.Length is < 12 or > 250) return false;
        var bare = Syllables.Bare(text.Substring(line.Start, line.Length));
        return titles.Exists(title => title.StartsWith(bare, StringComparison.Ordinal) && bare.Length * 3 >= title.Length || bare.StartsWith(title, StringComparison.Ordinal) && title.Length > 12);
    }
}
