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
        app.MapPost($"{Root}/review", http => Review(http, site));
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
        if (verb.Name != "export") arguments.Add("--format=json");
        return Run(http, site, arguments, verb.Name == "export" ? TypeOf(http.Request.Query["format"].ToString()) : null);
    }

    private static async Task Review(HttpContext http, Site site)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        await Run(http, site, ["review", "-", "--format=json"], null, body);
    }

    private static Task Run(HttpContext http, Site site, List<string> arguments, string? type, Stream? input = null)
    {
        var visit = new Visit(http, site);
        if (!arguments.Exists(argument => argument.StartsWith("--lang=", StringComparison.Ordinal))) arguments.Add($"--lang={visit.Language}");
        if (site.LedgerName is { } ledger && Verbs.Find(arguments[0])!.Options.Any(option => option.Name == "--ledger")) arguments.Add($"--ledger={ledger}");
        var (said, wrong) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = Door.Run(arguments, site.Surroundings with { Out = said, Error = wrong, In = () => input ?? Stream.Null, Today = site.Today(), Known = site.Knowledge, OutIsTerminal = false, ErrorIsTerminal = false, Stop = http.RequestAborted });
        return exit switch
        {
            Exit.Done or Exit.Due => Give(http, said.ToString(), type),
            Exit.Rejects => Problem(http, StatusCodes.Status422UnprocessableEntity, Line(wrong)),
            _ => Problem(http, StatusCodes.Status400BadRequest, Line(wrong)),
        };
    }

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
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(etag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
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
        _ => "application/x-ndjson",
    };

    private static string Line(StringWriter wrong)
    {
        const string Name = "servanda: ";
        var line = wrong.ToString().Split('\n')[0];
        return line.StartsWith(Name, StringComparison.Ordinal) ? line[Name.Length..] : line;
    }
}
