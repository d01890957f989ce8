// What the names of elements, classes and ids say about the text inside.
using System.Buffers;

namespace Servanda.Reading.Stories.Html;

/// <summary>Common vocabulary of page templates. A hint is believed only where little of the page's prose would be lost by it.</summary>
internal static class HtmlHints
{
    private static readonly SearchValues<string> Aside = SearchValues.Create(
        [
            "comment", "disqus", "related", "lien-quan", "lienquan", "binh-luan", "binhluan", "sidebar", "side-bar", "rightbar", "right-col", "share", "social", "footer", "foot-", "navbar", "navigation",
            "menu", "breadcrumb", "promo", "advert", "adsense", "banner", "sponsor", "newsletter", "subscri", "signup", "sign-up", "cookie", "consent", "gdpr", "popup", "modal", "overlay", "widget", "recommend",
            "popular", "trending", "most-read", "mostread", "most-view", "doc-nhieu", "xem-nhieu", "tin-khac", "tinkhac", "tin-moi", "outbrain", "taboola", "read-more", "readmore", "more-stories", "also-like", "teaser", "pagination", "pager",
            "login", "register", "toolbar", "masthead", "copyright", "disclaimer", "author-bio", "authorbio", "about-author", "author-box", "rating", "poll", "survey", "donate", "print-only", "skip-", "hidden", "tooltip", "dropdown", "carousel", "slider", "ticker", "tagcloud", "tag-list", "tags", "topics", "keyword",
            "relate", "next-article", "prev-", "previous", "latest", "playlist", "hot-news", "hotnews", "link-content", "see-also", "onward", "rail", "reply", "respond", "cmt", "tinlienquan", "cung-chuyen-muc", "cungchuyenmuc", "doc-them", "docthem", "xem-them", "xemthem", "other-news", "othernews", "ykien", "y-kien",
        ],
        StringComparison.OrdinalIgnoreCase);

    // Too short to be looked for inside other names.
    private static readonly string[] Short = ["cm", "cmm", "cmnt", "bl", "yk", "wpd", "fbc", "dsq", "ad", "ads", "qc", "nl"];

    private static readonly SearchValues<string> Notices = SearchValues.Create(["cookie", "consent", "gdpr", "ccpa", "onetrust", "didomi", "cmpbox", "truste"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Captions = SearchValues.Create(["caption", "credit", "photo-desc", "image-desc", "imgdesc", "img-desc", "media-desc", "photographer", "pcaption", "chu-thich", "legend"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Bylines = SearchValues.Create(["byline", "author", "tac-gia", "tacgia", "posted", "publish", "timestamp", "dateline", "article-date", "post-date", "entry-date", "entry-meta", "post-meta", "article-meta", "pubdate", "datetime", "ngay", "detail-time", "reading-time"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Leads = SearchValues.Create(["sapo", "standfirst", "lead", "dek", "chapeau", "summary", "subtitle", "sub-title", "subhead", "sub-head", "deck", "excerpt", "intro"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Stories = SearchValues.Create(["articlebody", "article-body", "article_body", "article__body", "article-content", "article__content", "article_content", "story-body", "storybody", "story-content", "entry-content", "post-content", "post-body", "postbody", "detail-content", "content-detail", "fck_detail", "body-content", "main-content", "story__content", "storytext", "article-text", "articletext", "noi-dung", "noidung", "cms-body", "body-copy"], StringComparison.OrdinalIgnoreCase);

    public static bool IsAside(HtmlTree tree, int node) =>
        tree.Nodes[node].Tag is Tag.Nav or Tag.Footer or Tag.Aside or Tag.Form or Tag.Button || tree.Nodes[node].Tag == Tag.Header && !InArticle(tree, node) || Named(tree, node, Aside) || IsShort(tree, node);

    /// <summary>A question about privacy. It may hold more prose than the story.</summary>
    public static bool IsNotice(HtmlTree tree, int node) => Named(tree, node, Notices);

    public static bool IsCaption(HtmlTree tree, int node) => tree.Nodes[node].Tag is Tag.Figcaption or Tag.Figure or Tag.Caption || Named(tree, node, Captions);

    public static bool IsByline(HtmlTree tree, int node) => tree.Nodes[node].Tag is Tag.Time or Tag.Address || Named(tree, node, Bylines);

    public static bool IsLead(HtmlTree tree, int node) => Named(tree, node, Leads);

    public static bool IsStory(HtmlTree tree, int node) =>
        tree.Attribute(node, "itemprop").Contains("articleBody", StringComparison.OrdinalIgnoreCase) || Named(tree, node, Stories);

    /// <summary>Not shown when the page opens.</summary>
    public static bool IsHidden(HtmlTree tree, int node)
    {
        var inside = tree.Source.AsSpan(tree.Nodes[node].Start, tree.Nodes[node].End - tree.Nodes[node].Start);
        if (!inside.Contains("display", StringComparison.OrdinalIgnoreCase) && !inside.Contains("hidden", StringComparison.OrdinalIgnoreCase)) return false;
        var style = tree.Attribute(node, "style");
        if (style.Contains("display", StringComparison.OrdinalIgnoreCase) && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase))) return true;
        return tree.Has(node, "hidden");
    }

    // The head of an article holds its title and lead; that of a page its logo and menu.
    private static bool InArticle(HtmlTree tree, int node)
    {
        for (; node >= 0; node = tree.Nodes[node].Parent)
            if (tree.Nodes[node].Tag is Tag.Article or Tag.Main)
                return true;
        return false;
    }

    private static bool IsShort(HtmlTree tree, int node)
    {
        var names = tree.Attribute(node, "class");
        foreach (var part in names.Split(' '))
        {
            var name = names[part];
            foreach (var known in Short)
            {
                if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    private static bool Named(HtmlTree tree, int node, SearchValues<string> words)
    {
        var rest = tree.Source.AsSpan(tree.Nodes[node].Start, tree.Nodes[node].End - tree.Nodes[node].Start);
        while (HtmlTree.NextAttribute(ref rest, out var name, out var value))
            if ((name.Equals("class", StringComparison.OrdinalIgnoreCase) || name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.Equals("role", StringComparison.OrdinalIgnoreCase)
                || name.Equals("data-role", StringComparison.OrdinalIgnoreCase) || name.Equals("type", StringComparison.OrdinalIgnoreCase) || name.Equals("data-type", StringComparison.OrdinalIgnoreCase) || name.Equals("data-component", StringComparison.OrdinalIgnoreCase)) && BeginsAWord(value, words))
                return true;
        return false;
    }

    // "related-box", "boxRelated" and "box_related", but "trail" is no "rail".
    private static bool BeginsAWord(ReadOnlySpan<char> value, SearchValues<string> words)
    {
        for (int from = 0, at; (at = value[from..].IndexOfAny(words)) >= 0; from += at + 1)
        {
            var start = from + at;
            if (start == 0 || !char.IsLetter(value[start - 1]) || char.IsUpper(value[start]) && char.IsLower(value[start - 1])) return true;
        }
        return false;
    }
}
