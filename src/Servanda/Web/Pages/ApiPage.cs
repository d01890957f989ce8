// What programs can ask, with an example of each question that answers here and now.
using Servanda.Doors;

namespace Servanda.Web.Pages;

internal static class ApiPage
{
    private static readonly IReadOnlyDictionary<string, string> Examples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = "agreement=open-skies&party=USA&on=2020-11-11",
        ["timeline"] = "agreement=open-skies&limit=5",
        ["findings"] = "kind=impossible",
        ["explain"] = "id=open-skies/USA/2020-11-22",
        ["whatif"] = "agreement=open-skies&party=CAN&act=notify-withdrawal&on=2026-11-22",
        ["due"] = "within=400d",
        ["changes"] = "since=2026-01-01",
        ["coverage"] = "",
        ["search"] = "words=hiệp ước",
        ["agreements"] = "agreement=open-skies",
        ["export"] = "format=csv&agreement=open-skies",
    };

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        return new(words.Say("web.api"), Markup.Of($"""
            <p>{words.Say("web.api-what")} <a href="/api/openapi.json">OpenAPI 3.1</a></p>
            <ul>{words.Say("web.api-rules").Split('|').Select(rule => Markup.Of($"<li>{rule}</li>"))}</ul>
            {Api.Asked.Select(name => Question(Verbs.Find(name)!, words))}
            <h2>POST</h2>
            {Parts.Table("POST", [words.Say("column.name"), words.Say("web.api-takes"), words.Say("web.api-role")],
            [
                [Code("POST /api/v1/review"), Parts.Text(words.Say("web.api-review")), Parts.Text("read")],
                [Code("POST /api/v1/stories"), Parts.Text(words.Say("web.api-stories")), Parts.Text("rule")],
                [Code("POST /api/v1/rulings"), Parts.Text(words.Say("web.api-rulings")), Parts.Text("rule")],
                [Code("POST /api/v1/forget"), Parts.Text(words.Say("web.api-forget")), Parts.Text("administer")],
            ])}
            """));
    }

    private static Markup Question(Verb verb, Words.Wording words)
    {
        var example = Examples.GetValueOrDefault(verb.Name, "");
        var path = $"{Api.Root}/{verb.Name}{(example == "" ? "" : "?")}{example}";
        return Markup.Of($"""
            <section><h2>GET {Api.Root}/{verb.Name}</h2><p>{words.Say($"verb.{verb.Name}")}</p>
            <p><a href="{path}"><code>{path}</code></a></p>
            {Parts.Table(verb.Name, [words.Say("column.name"), words.Say("web.api-takes")], Api.Parameters(verb).Where(one => one.Name != "lang").Select(one => (IReadOnlyList<Markup>)
                [Code(one.Name), Parts.Text(one.Option is null ? one.Operand : $"{(words.SayOr($"option-of.{verb.Name}.{one.Name}", words.SayOr($"option.{one.Name}", "")))} {one.Option.Value}")]))}</section>

            """);
    }

    private static Markup Code(string text) => Markup.Of($"<code>{text}</code>");
}
