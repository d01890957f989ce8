// A page, or a source of an agreement's file, as it is cited: in a footnote, in BibTeX, in CSL-JSON.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>What is known of the thing cited. <paramref name="Id"/> is short and stable.</summary>
/// <param name="Hash">SHA-256 of the page; null for a source.</param>
/// <param name="Checked">The day on which a source was read for our files; null for a page.</param>
internal sealed record Reference(string Id, string Title, string? Outlet, Edtf? Told, string? Address, string? Language, IReadOnlyList<int> Lines, string? Article, string? Hash, NodaTime.LocalDate? Checked = null)
{
    /// <summary>In a style, <c>bibtex</c>, <c>csl</c> or <c>footnote</c>, each thing once; the places in a thing that is cited several times are joined.</summary>
    public static void Write(TextWriter writer, string style, IReadOnlyList<Reference> references, Wording words)
    {
        var once = references.GroupBy(one => one.Id, StringComparer.Ordinal).Select(same => same.First() with
        {
            Lines = [.. same.SelectMany(one => one.Lines)],
            Article = string.Join(", ", same.Select(one => one.Article).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null,
        }).ToList();
        switch (style)
        {
            case "bibtex":
                foreach (var one in once) writer.Write(one.BibTeX());
                break;
            case "csl":
                writer.WriteLine(Json.Text(json =>
                {
                    json.WriteStartArray();
                    foreach (var one in once) one.Csl(json);
                    json.WriteEndArray();
                }, indented: true));
                break;
            case "footnote":
                for (var number = 0; number < once.Count; number++) writer.WriteLine($"{number + 1}. {once[number].Plain(words)}");
                break;
            default:
                throw new ArgumentException($"There is no style '{style}'; allowed: bibtex, csl, footnote.", nameof(style));
        }
    }

    public static Reference Of(Cited cited) => new(
        $"page-{cited.Report.Page[..12]}", cited.Story.Title ?? string.Join(", ", cited.Names), cited.Story.Outlet, cited.Told.When, cited.Address, cited.Story.Language, cited.Report.Lines, null, cited.Report.Page);

    public static Reference Of(ReportFile file) => Of(file.Page, file.Report.Lines);

    public static Reference Of(PageCard page, IReadOnlyList<int> lines) => new(
        $"page-{page.Id[..12]}", page.Title ?? string.Join(", ", page.Names), page.Outlet, page.Told, page.Address, page.Language, lines, null, page.Id);

    public static Reference Of(Agreement agreement, string key, string? article) => agreement.Source(key) is { } source
        ? new($"{agreement.Id}-{key}", source.Title, null, null, source.Address, null, [], article, null, source.Checked)
        : new($"{agreement.Id}-{key}", key, null, null, null, null, [], article, null);

    private string? Where(Wording words) => Article is { } article ? words.Article(article) : Lines.Count > 0 ? words.Say("export.lines", Numbers(Lines)) : null;

    private string? EnglishWhere => Article is { } article ? $"article {article}" : Lines.Count > 0 ? $"line {Numbers(Lines)}" : null;

    /// <summary>In one line of plain text, whatever is in it.</summary>
    public string Plain(Wording words)
    {
        var parts = new List<string> { $"“{OneLine(Title)}”" };
        if (Outlet is { } outlet) parts.Add(OneLine(outlet));
        if (Told is { } told) parts.Add(told.Text);
        if (Where(words) is { } where) parts.Add(where);
        if (Address is { } address) parts.Add(OneLine(address));
        if (Checked is { } day) parts.Add(words.Say("export.checked", Edtf.Iso(day)));
        if (Hash is { } hash) parts.Add($"sha256:{hash}");
        return string.Join(", ", parts);
    }

    /// <summary>A BibLaTeX entry of the kind <c>online</c>; its dates are EDTF, which BibLaTeX reads.</summary>
    public string BibTeX()
    {
        var entry = new StringBuilder($"@online{{{Id},\n");
        Field("title", $"{{{Tex(Title)}}}");
        if (Outlet is { } outlet) Field("organization", $"{{{Tex(outlet)}}}");
        if (Told is { } told) Field("date", told.Text);
        if (Address is { } address) Field("url", string.Concat(address.Where(c => c is not ('{' or '}' or '\\' or '%') && !char.IsControl(c))));
        if (Checked is { } day) Field("urldate", Edtf.Iso(day));
        if (Language is { } language) Field("langid", language switch { "vi" => "vietnamese", "en" => "english", _ => language });
        var note = string.Join("; ", new[] { EnglishWhere, Hash is null ? null : $"sha256 {Hash}" }.OfType<string>());
        if (note != "") Field("note", Tex(note));
        return entry.Append("}\n").ToString();

        void Field(string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>A CSL-JSON item, into an array that stands open.</summary>
    public void Csl(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("type", Hash is null ? "webpage" : "article-newspaper");
        json.WriteString("title", Title);
        if (Outlet is { } outlet) json.WriteString("container-title", outlet);
        if (Address is { } address) json.WriteString("URL", address);
        if (Language is { } language) json.WriteString("language", language);
        if (EnglishWhere is { } where) json.WriteString("note", where);
        if (Hash is { } hash) json.WriteString("archive_location", $"sha256:{hash}");
        if (Told is { } told) Date(json, "issued", told);
        if (Checked is { } day) Date(json, "accessed", Edtf.Of(day));
        json.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter json, string name, Edtf date)
    {
        json.WriteStartObject(name);
        if (date is { Earliest: { } first, Latest: { } last })
        {
            json.WriteStartArray("date-parts");
            foreach (var day in first == last ? [first] : new[] { first, last })
            {
                json.WriteStartArray();
                json.WriteNumberValue(day.Year);
                json.WriteNumberValue(day.Month);
                json.WriteNumberValue(day.Day);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        else json.WriteString("literal", date.Text);
        json.WriteEndObject();
    }

    /// <summary>1, 3–5, 9.</summary>
    private static string Numbers(IReadOnlyList<int> lines)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var line in lines.Distinct().Order())
            if (runs is [.., var run] && run.Last == line - 1) runs[^1] = (run.First, line);
            else runs.Add((line, line));
        return string.Join(", ", runs.Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}–{run.Last}"));
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Tex(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in OneLine(text))
            safe.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => $@"\{c}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                _ => c.ToString(),
            });
        return safe.ToString();
    }
}
