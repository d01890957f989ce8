// serve: the web pages and the HTTP API.
using Microsoft.Extensions.Hosting;
using Servanda.Doors;
using Servanda.Store;
using Servanda.Web;

namespace Servanda.Doing;

internal static class ServeVerb
{
    /// <summary>How long the largest dockets may take before the pages are there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const string Default = "http://127.0.0.1:5080";

    public static Verb Verb { get; } = new("serve", [], [new("--urls", "URL"), new("--tokens", "FILE"), new("--reviewer", "NAME"), Ledgers.Option], Run) { Reads = true };

    private static int Run(Call call)
    {
        var urls = call.Text("--urls") ?? Default;
        var tokens = Tokens(call);
        // Whoever can reach the pages can read the ledger: without tokens nobody but this machine's own users may.
        if (!Server.IsLoopback(urls) && tokens.Count == 0) throw new WrongCall("wrong.urls", urls, Default);
        Ledgers.IfThere(call)?.Dispose();
        var site = new Site(call) { Access = new(tokens), Reviewer = call.Text("--reviewer") };
        var app = Server.Of(site, urls);
        try
        {
            // Who asks first need not wait for what all will ask for; a ledger that takes longer is made ready beside the visits.
            Task.WhenAny(site.Begin(), Task.Delay(Longest, call.Surroundings.Stop)).GetAwaiter().GetResult();
            app.StartAsync(call.Surroundings.Stop).GetAwaiter().GetResult();
            foreach (var url in app.Urls) call.Out.WriteLine(call.Wording.Say("serve.at", url));
            call.Out.Flush();
            app.WaitForShutdownAsync(call.Surroundings.Stop).GetAwaiter().GetResult();
        }
        finally
        {
            app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        return Exit.Done;
    }

    private static IReadOnlyList<TokenEntry> Tokens(Call call)
    {
        if (call.Text("--tokens") is not { } path) return [];
        var (tokens, faults) = TokenFile.Read(path);
        call.Refuse(faults);
        return tokens.Count > 0 ? tokens : throw new WrongCall("wrong.no-tokens", path);
    }
}
