// The HTTP API: every question that the command answers, asked with the same words and answered with the same JSON.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Servanda.Doors;
using Servanda.Output;

namespace Servanda.Web;

/// <summary>A question is put to the verb itself, with the server's ledger; what names files on this machine cannot be asked.</summary>
internal static class Api
{
    public const string Root = "/api/v1";

    /// <summary>Elements of an array in one answer, where no limit is asked for.</summary>
    private const int Most = 1000;

    public static IReadOnlyList<string> Asked { get; } = ["status", "timeline", "findings", "explain", "whatif", "due", "changes", "coverage", "search", "agreements", "export"];

    /// <summary>Options that name files or are the server's own.</summary>
    private static readonly string[] Kept = ["--ledger", "--out", "--watch", "--validate", "--why", "--all", "--jobs", "--limit"];

    public static void Map(WebApplication app, Site site)
    {
        foreach (var verb in Asked.Select(name => Verbs.Find(name)!)) app.MapGet($"{Root}/{verb.Name}", http => Answer(http, site, verb));
        app.MapPost($"{Root}/review", http => Sent(http, site, "review", []));
        app.MapPost($"{Root}/stories", http => Changing.AddByApi(http, site));
        app.MapPost($"{Root}/rulings", http => Changing.RuleByApi(http, site));
        app.MapPost($"{Root}/forget", http => Changing.ForgetByApi(http, site));
        app.MapGet("/api/openapi.json", http => Server.Send(http, 200, "application/json; charset=utf-8", OpenApi.Of(site)));
    }

    /// <summary>What may be asked of a verb: operands and options, by the names that queries give them.</summary>
    public static IReadOnlyList<(string Name, string? Operand, Doors.Option? Option)> Parameters(Verb verb) =>
    [
        .. verb.Operands.Select(operand => (operand.Name.ToLowerInvariant(), (string?)operand.Name, (Doors.Option?)null)),
        .. verb.Options.Where(option => !Kept.Contains(option.Name) && (option.Name != "--format" || verb.Name == "export")).Select(option => (option.Name.TrimStart('-'), (string?)null, (Doors.Option?)option)),
        ("lang", null, new("--lang", "vi|en")),
    ];

    private static Task Answer(HttpContext http, Site site, Verb verb)
    {
        var allowed = Parameters(verb);
        var arguments = new List<string> { verb.Name };
        foreach (var (name, values) in http.Request.Query)
        {
            if (name is "limit" or "offset") continue;
            if (allowed.FirstOrDefault(one => one.Name == name) is not { Name: not null } parameter)
                return Problem(http, StatusCodes.Status400BadRequest, $"There is no parameter '{name}'; allowed: {string.Join(", ", allowed.Select(one => one.Name).Concat(["limit", "offset"]))}.");
            foreach (var value in values)
                if (parameter.Option is { } option) arguments.Add($"{option.Name}={value}");
                else if (value is ['-', ..]) return Problem(http, StatusCodes.Status400BadRequest, $"{name} was '{value}'; allowed: no hyphen at the beginning.");
                else arguments.Add(value ?? "");
        }
        var cites = http.Request.Query["cite"].ToString();
        if (verb.Name == "export" && site.Reviewer is { } reviewer && !http.Request.Query.ContainsKey("reviewer")) arguments.Add($"--reviewer={reviewer}");
        if (verb.Name != "export" && cites == "") arguments.Add("--format=json");
        return Answer(http, site, verb, arguments, verb.Name == "export" ? TypeOf(http.Request.Query["format"].ToString()) : cites switch { "" => null, "csl" => "application/vnd.citationstyles.csl+json", "bibtex" => "application/x-bibtex", _ => "text/plain" });
    }

    private static async Task Answer(HttpContext http, Site site, Verb verb, List<string> arguments, string? type)
    {
        var visit = new Visit(http, site);
        // Files are large, and each asks for its own: they are made anew.
        var key = verb.Name == "export" ? null : $"{visit.Language} {visit.Today} {string.Join('\n', arguments)}";
        var answer = await site.Said($"{verb.Name} {visit.Text("agreement")} {string.Join(' ', http.Request.Query.Keys)}", key, () => Ask(http, site, arguments));
        await Tell(http, answer, type);
    }

    /// <summary>What is sent as the body is put to a verb that reads its input, as one page.</summary>
    public static async Task Sent(HttpContext http, Site site, string verb, IReadOnlyList<string> options, Func<string, Task>? done = null)
    {
        using var body = new MemoryStream();
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        slow.CancelAfter(Server.Longest);
        await http.Request.Body.CopyToAsync(body, slow.Token);
        body.Position = 0;
        await OneOfFew(http, site, () => Run(http, site, [verb, "-", "--format=json", .. options], body, done));
    }

    /// <summary>Heavy work, of which few go on at once; who would wait too long is told to come again.</summary>
    public static async Task OneOfFew(HttpContext http, Site site, Func<Task> work)
    {
        if (!await site.Heavy.WaitAsync(TimeSpan.FromSeconds(10), http.RequestAborted))
        {
            http.Response.Headers.RetryAfter = "5";
            await Problem(http, StatusCodes.Status503ServiceUnavailable, new Visit(http, site).Words.Say("web.busy"));
            return;
        }
        try
        {
            await work();
        }
        finally
        {
            site.Heavy.Release();
        }
    }

    /// <summary>Puts a call to the command itself, with the server's ledger and the visitor's language.</summary>
    public static (int Exit, string Said, string Wrong) Ask(HttpContext http, Site site, IEnumerable<string> asked, Stream? input = null)
    {
        List<string> arguments = [.. asked];
        if (!arguments.Exists(argument => argument.StartsWith("--lang=", StringComparison.Ordinal))) arguments.Add($"--lang={new Visit(http, site).Language}");
        if (site.LedgerName is { } ledger && Verbs.Find(arguments[0])!.Options.Any(option => option.Name == "--ledger")) arguments.Add($"--ledger={ledger}");
        var (said, wrong) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = Door.Run(arguments, site.Surroundings with
        {
            Out = said,
            Error = wrong,
            In = () => input ?? Stream.Null,
            Now = site.Surroundings.Moment?.Invoke() ?? site.Surroundings.Now,
            Today = site.Today(),
            Known = site.Knowledge,
            Courses = site.Course,
            OutIsTerminal = false,
            ErrorIsTerminal = false,
            Stop = http.RequestAborted,
        });
        return (exit, said.ToString(), Line(wrong.ToString()));
    }

    private static Task Run(HttpContext http, Site site, IEnumerable<string> arguments, Stream? input, Func<string, Task>? done) => Tell(http, Ask(http, site, arguments, input), null, done);

    private static Task Tell(HttpContext http, (int Exit, string Said, string Wrong) answer, string? type, Func<string, Task>? done = null) => answer.Exit switch
    {
        Exit.Done or Exit.Due => done is null ? Give(http, answer.Said, type) : done(answer.Said),
        Exit.Rejects => Problem(http, StatusCodes.Status422UnprocessableEntity, answer.Wrong),
        _ => Problem(http, StatusCodes.Status400BadRequest, answer.Wrong),
    };

    /// <summary>An array in pages (<c>limit</c>, <c>offset</c>; the whole count in <c>X-Total-Count</c>), or a line an element where that is what is wanted.</summary>
    private static Task Give(HttpContext http, string said, string? type)
    {
        var text = said;
        if (type is null && said.StartsWith('['))
        {
            var elements = said.Trim()[1..^1] is { Length: > 0 } inner ? inner.Split(",\n ") : [];
            if (Whole(http, "offset", 0, int.MaxValue) is not { } offset || Whole(http, "limit", Most, Most) is not { } limit) return Problem(http, StatusCodes.Status400BadRequest, $"limit and offset are whole numbers; limit is at most {Most}.");
            var some = elements.Skip(offset).Take(limit).ToList();
            http.Response.Headers["X-Total-Count"] = elements.Length.ToString(CultureInfo.InvariantCulture);
            var lines = http.Request.Headers.Accept.ToString().Contains("application/x-ndjson", StringComparison.Ordinal);
            text = lines ? string.Concat(some.Select(element => $"{element}\n")) : $"[{string.Join(",\n ", some)}]\n";
            if (lines) type = "application/x-ndjson";
        }
        // A file for people, to be kept: opened here its look would not be let through.
        if (type == "text/html") http.Response.Headers.ContentDisposition = "attachment; filename=dossier.html";
        if (Server.IsThere(http, SHA256.HashData(Encoding.UTF8.GetBytes(text)))) return Task.CompletedTask;
        return Server.Send(http, StatusCodes.Status200OK, $"{type ?? "application/json"}; charset=utf-8", text);
    }

    private static int? Whole(HttpContext http, string name, int otherwise, int most) =>
        http.Request.Query[name].ToString() is not { Length: > 0 } text ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    /// <summary>RFC 9457: what was found and what is allowed, in one line.</summary>
    public static Task Problem(HttpContext http, int status, string detail) => Server.Send(http, status, "application/problem+json; charset=utf-8", Json.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        json.WriteEndObject();
    }) + "\n");

    private static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv",
        "gdelt" or "gdelt-mentions" or "icews" => "text/tab-separated-values",
        "ics" => "text/calendar",
        "atom" => "application/atom+xml",
        "jsonld" => "application/ld+json",
        "markdown" => "text/markdown",
        "dossier" => "text/html",
        _ => "application/x-ndjson",
    };

    private static string Line(string wrong)
    {
        const string Name = "servanda: ";
        var line = wrong.Split('\n')[0];
        return line.StartsWith(Name, StringComparison.Ordinal) ? line[Name.Length..] : line;
    }
}
