// The parts that pages are made of: tables, lists, links, reasons.
using Servanda.Model;
using Servanda.Output;
using Servanda.Words;

namespace Servanda.Web;

internal static class Parts
{
    /// <summary>A table with a caption for those who cannot see where it stands; wide ones scroll in their own frame.</summary>
    public static Markup Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Markup>> rows) => Markup.Of($"""
        <div class="wide" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption><thead><tr>{headings.Select(heading => Markup.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead>
        <tbody>{rows.Select(row => Markup.Of($"<tr>{row.Select(cell => Markup.Of($"<td>{cell}</td>"))}</tr>\n"))}</tbody></table></div>
        """);

    public static Markup Text(string? text) => Markup.Of($"{text}");

    public static Markup Lines(IEnumerable<string> lines) => Markup.Of($"<ul>{lines.Select(line => Markup.Of($"<li>{line}</li>"))}</ul>");

    public static Markup Agreement(string? id, Wording words) => id is null ? default : Markup.Of($"<a href=\"/agreements/{Uri.EscapeDataString(id)}\">{words.Agreement(id)}</a>");

    /// <param name="within">The agreement whose page this is, which needs no naming there.</param>
    public static Markup Event(Event told, Wording words, string? within = null) => Markup.Of($"<a href=\"/events/{told.Id}\">{ExplainOutput.Sentence(told.Agreement == within ? told with { Agreement = null } : told, words)}</a>");

    /// <param name="at">The place in the story to go to; null: its beginning.</param>
    public static Markup Story(string page, string name, string? at = null) => Markup.Of($"<a href=\"/stories/{Uri.EscapeDataString(page)}{(at is null ? null : $"#{at}")}\">{name}</a>");

    /// <summary>Out to the web, and only there: an address of another kind is text.</summary>
    public static Markup Address(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? Markup.Of($"<a rel=\"noreferrer nofollow\" href=\"{uri.AbsoluteUri}\">{uri.Host}</a>")
        : Text(address);

    /// <summary>The steps of a chain of reasons, each with its article, source and report.</summary>
    public static Markup Steps(IEnumerable<Reason> reasons, Wording words) => Markup.Of($"<ol class=\"steps\">{reasons.Select(reason => Markup.Of($"<li>{words.Say(reason.Text)}{Rests(reason, words)}</li>"))}</ol>");

    private static Markup Rests(Reason reason, Wording words)
    {
        var rests = new List<Markup>();
        if (reason.Article is { } article) rests.Add(Markup.Of($"<span class=\"article\">{words.Article(article)}</span>"));
        if (reason.Source is { } source) rests.Add(Address(source));
        if (reason.Report is { } report) rests.Add(Markup.Of($"<a href=\"/events/{report}\">{words.Say("reason.report", Reasons.Short(report))}</a>"));
        if (!reason.Verified) rests.Add(Markup.Of($"<span class=\"unverified\">{words.Say("reason.unverified")}</span>"));
        return rests.Count == 0 ? default : Markup.Of($" <span class=\"rests\">{rests.Select(one => Markup.Of($"{one} "))}</span>");
    }

    /// <summary>A finding: what, why, what would be possible, on which pages in which words.</summary>
    /// <param name="below">The level of the heading that it stands under.</param>
    public static Markup Finding(Finding finding, IReadOnlyDictionary<string, string> names, Wording words, int below = 1) => Markup.Of($"""
        <article class="finding {Json.Word(finding.Kind)}" id="f-{finding.Id}">
        <h{below + 1}><span class="kind">{words.Say($"kind.{Json.Word(finding.Kind)}")}</span> {words.Say(finding.Says)}</h{below + 1}>
        {Steps(finding.Because, words)}
        {(finding.Repair is { } repair ? Markup.Of($"<p class=\"repair\">{words.Say("findings.repair", words.Say(repair))}</p>") : default)}
        <p class="soft">{(finding.Agreement is null ? default : Markup.Of($"{Agreement(finding.Agreement, words)} · "))}{(finding.Pages.Count == 0 ? default : Markup.Of($"{words.Say("findings.pages", "")} {finding.Pages.Select((page, i) => Markup.Of($"{(i > 0 ? "; " : "")}{Story(page, names.GetValueOrDefault(page, Reasons.Short(page)))}"))} · "))}<a href="/findings#f-{finding.Id}">{words.Say("column.id")} {Reasons.Short(finding.Id)}</a></p>
        </article>

        """);

    /// <param name="suggestions">The id of a list of what may be typed.</param>
    public static Markup Field(string name, string label, string? value, string type = "text", string? suggestions = null) =>
        Markup.Of($"<label>{label} <input type=\"{type}\" name=\"{name}\" value=\"{value}\"{(suggestions is null ? default : Markup.Of($" list=\"{suggestions}\""))}></label> ");

    public static Markup Choice(string name, string label, string? chosen, IEnumerable<(string Value, string Says)> choices) => Markup.Of($"""
        <label>{label} <select name="{name}">{choices.Select(one => one.Value == chosen ? Markup.Of($"<option value=\"{one.Value}\" selected>{one.Says}</option>") : Markup.Of($"<option value=\"{one.Value}\">{one.Says}</option>"))}</select></label> 
        """);

    /// <summary>Hidden fields that keep what else was asked.</summary>
    public static Markup Kept(Visit visit, params IReadOnlyList<string> names) => Markup.Join(names.Where(name => visit.Text(name) is not null).Select(name => Markup.Of($"<input type=\"hidden\" name=\"{name}\" value=\"{visit.Text(name)}\">")));

    /// <summary>The button that puts an agreement or an actor on one's watchlist, or takes it off.</summary>
    /// <param name="name">What it is called, where that does not stand beside the button.</param>
    public static Markup Watch(string what, string? name = null) => Blanks.OfWatch(what, name);

    /// <summary>The same as it stands for a visitor.</summary>
    public static Markup WatchHere(Visit visit, string what, string name)
    {
        var isOn = Watchlist.Of(visit).Contains(what);
        return Markup.Of($"<form class=\"watch\" action=\"/watch\" method=\"post\">{visit.FormField}<input type=\"hidden\" name=\"what\" value=\"{what}\"><input type=\"hidden\" name=\"back\" value=\"{visit.Here}\"><button name=\"on\" value=\"{(isOn ? "0" : "1")}\">{visit.Words.Say(isOn ? "web.unwatch" : "web.watch")} {name}</button></form>");
    }

    /// <summary>A list of what may be typed into a field.</summary>
    public static Markup Suggestions(string id, IEnumerable<string> says) => Markup.Of($"<datalist id=\"{id}\">{says.Select(one => Markup.Of($"<option value=\"{one}\"></option>"))}</datalist>");

    /// <summary>What the pages of findings are called.</summary>
    public static IReadOnlyDictionary<string, string> Names(Visit visit, params IReadOnlyList<Finding> findings) =>
        visit.Ledger is { } ledger ? ledger.Cards(findings.SelectMany(finding => finding.Pages)).ToDictionary(card => card.Key, card => card.Value.Title ?? card.Value.Names[0], StringComparer.Ordinal) : new Dictionary<string, string>();
}
