// serve: the web pages and the HTTP API, on this machine.
using Microsoft.Extensions.Hosting;
using Servanda.Doors;
using Servanda.Web;

namespace Servanda.Doing;

internal static class ServeVerb
{
    private const string Default = "http://127.0.0.1:5080";

    public static Verb Verb { get; } = new("serve", [], [new("--urls", "URL"), Ledgers.Option], Run) { Reads = true };

    private static int Run(Call call)
    {
        var urls = call.Text("--urls") ?? Default;
        // Whoever can reach the pages can read the ledger: nobody but this machine's own users may.
        if (!Server.IsLoopback(urls)) throw new WrongCall("wrong.urls", urls, Default);
        Ledgers.IfThere(call)?.Dispose();
        var app = Server.Of(new(call), urls);
        try
        {
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
}
