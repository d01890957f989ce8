// What changes the ledger from the web: rulings, pages read in, pages taken out. Each is the command's own verb, with the visitor's name under it.
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Servanda.Doors;

namespace Servanda.Web;

internal static class Changing
{
    /// <summary>Kinds of ruling that name reports and nothing more.</summary>
    private static readonly IReadOnlyList<string> Kinds = ["accept", "reject", "correct", "merge", "split"];

    /// <summary>The form below an event.</summary>
    public static Task Rule(HttpContext http, Site site)
    {
        var visit = new Visit(http, site);
        var kind = visit.OneOf("kind", Kinds) ?? throw new WrongCall("wrong.missing", "kind");
        var arguments = new List<string> { "rule", Id(visit.Text("report") ?? throw new WrongCall("wrong.missing", "report")), $"--because={visit.Text("because")}", $"--by={visit.Name}" };
        arguments.Add(kind == "correct" ? $"--correct={visit.Text("about")}={visit.Text("value")}" : $"--{kind}");
        return Api.OneOfFew(http, site, () =>
        {
            var (exit, _, wrong) = Api.Ask(http, site, arguments);
            return exit == Exit.Done ? Server.GoTo(http, visit.Text("back")) : Server.Show(http, visit, new(visit.Words.Say("web.failed"), Markup.Of($"<p>{wrong}</p>"), StatusCodes.Status400BadRequest));
        });
    }

    /// <summary>The form below a story.</summary>
    public static Task Forget(HttpContext http, Site site)
    {
        var visit = new Visit(http, site);
        return Api.OneOfFew(http, site, () =>
        {
            var (exit, _, wrong) = Api.Ask(http, site, ["forget", Id(visit.Text("page") ?? "")]);
            return exit == Exit.Done ? Server.GoTo(http, "/") : Server.Show(http, visit, new(visit.Words.Say("web.failed"), Markup.Of($"<p>{wrong}</p>"), StatusCodes.Status400BadRequest));
        });
    }

    /// <summary>A page as the body; <c>outlet</c> and <c>published</c> as a query. Answers 201 with the way to the story, 200 where it was read before.</summary>
    public static Task AddByApi(HttpContext http, Site site)
    {
        var options = new List<string>();
        foreach (var (name, value) in http.Request.Query)
        {
            if (name is "outlet" or "published") options.Add($"--{name}={value}");
            else if (name != "lang") return Api.Problem(http, StatusCodes.Status400BadRequest, $"There is no parameter '{name}'; allowed: outlet, published, lang.");
        }
        return Api.Sent(http, site, "read", options, said =>
        {
            using var summary = JsonDocument.Parse(said);
            var isNew = summary.RootElement.GetProperty("new").GetInt32() + summary.RootElement.GetProperty("readAnew").GetInt32() > 0;
            return Server.Send(http, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, "application/json; charset=utf-8", said);
        });
    }

    /// <summary><c>{"reports": ["id"], "kind": "correct", "corrections": {"date": "2020-11-22"}, "because": "…"}</c>; the name is that of the token.</summary>
    public static async Task RuleByApi(HttpContext http, Site site)
    {
        var visit = new Visit(http, site);
        using var asked = await Body(http);
        if (asked?.RootElement is not { ValueKind: JsonValueKind.Object } root || Strings(root, "reports") is not { Count: > 0 } reports || Text(root, "kind") is not { } kind || !Kinds.Contains(kind) || Text(root, "because") is not { } because)
        {
            await Api.Problem(http, StatusCodes.Status400BadRequest, $"A ruling is {{\"reports\": [\"id\"], \"kind\": \"{string.Join('|', Kinds)}\", \"because\": \"text\"}}, with \"corrections\": {{\"about\": \"value\"}} for correct and \"against\": [\"id\"] for split.");
            return;
        }
        var arguments = new List<string> { "rule", "--format=json", $"--because={because}", $"--by={visit.Name}" };
        arguments.AddRange(reports.Select(Id));
        if (kind == "correct") arguments.AddRange(root.TryGetProperty("corrections", out var corrections) && corrections.ValueKind == JsonValueKind.Object ? corrections.EnumerateObject().Select(one => $"--correct={one.Name}={one.Value}") : []);
        else arguments.Add($"--{kind}");
        arguments.AddRange((Strings(root, "against") ?? []).Select(id => $"--against={id}"));
        await Answer(http, site, arguments, StatusCodes.Status201Created);
    }

    /// <summary><c>{"page": "id"}</c>: the page goes out of the ledger as if it had never been read.</summary>
    public static async Task ForgetByApi(HttpContext http, Site site)
    {
        using var asked = await Body(http);
        if (asked?.RootElement is not { ValueKind: JsonValueKind.Object } root || Text(root, "page") is not { } page) await Api.Problem(http, StatusCodes.Status400BadRequest, "What is to be forgotten is {\"page\": \"id\"}.");
        else await Answer(http, site, ["forget", "--format=json", Id(page)], StatusCodes.Status200OK);
    }

    private static Task Answer(HttpContext http, Site site, IEnumerable<string> arguments, int done) => Api.OneOfFew(http, site, () =>
    {
        var (exit, said, wrong) = Api.Ask(http, site, arguments);
        return exit == Exit.Done ? Server.Send(http, done, "application/json; charset=utf-8", said) : Api.Problem(http, StatusCodes.Status400BadRequest, wrong);
    });

    private static async Task<JsonDocument?> Body(HttpContext http)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        slow.CancelAfter(Server.Longest);
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, new() { MaxDepth = 8 }, slow.Token);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string>? Strings(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(one => one.GetString()!)] : null;

    /// <summary>An operand, never an option.</summary>
    private static string Id(string text) => text is ['-', ..] or "" ? throw new WrongCall("wrong.id", text) : text;
}
