// export: the ledger, or a docket of it, for other tools.
using System.Globalization;
using Servanda.Doors;
using Servanda.Output;
using Servanda.Output.Exports;
using Servanda.Store;

namespace Servanda.Doing;

internal static class ExportVerb
{
    /// <summary>The formats, by the word that asks for them; each gives how many events it had no place for.</summary>
    private static readonly IReadOnlyList<(string Name, Func<Export, int> Write)> Formats =
    [
        ("jsonl", export => None(() => EventJsonLines.Write(export.Out, export.Files, export.Provenance))),
        ("csv", export => None(() => EventCsv.Write(export.Out, export.Files, export.Call.Knowledge, export.Provenance))),
        ("plover", export => PloverJsonLines.Write(export.Out, export.Files, export.Call.Knowledge, export.English, export.Provenance)),
        ("gdelt", export => GdeltRows.Events(export.Out, export.Files, export.Call.Knowledge, export.English)),
        ("gdelt-mentions", export => GdeltRows.Mentions(export.Out, export.Files, export.Call.Knowledge, export.English)),
        ("icews", export => IcewsRows.Write(export.Out, export.Files, export.Call.Knowledge, export.English)),
        ("ics", export => None(export.WriteCalendar)),
        ("atom", export => None(() => AtomFeed.Write(export.Out, export.Title, export.Entries(), export.Call.Wording, export.Provenance))),
        ("jsonld", export => None(() => ClaimReviews.Write(export.Out, export.Claims(), export.Call.Text("--reviewer"), export.Call.Wording, export.Provenance))),
        ("markdown", export => None(() => MarkdownTimeline.Write(export.Out, export.Title, export.Files, export.Call.Wording, export.Provenance))),
        ("dossier", export => None(export.WriteDossier)),
    ];

    public static Verb Verb { get; } = new(
        "export", [],
        [new("--format", string.Join('|', Formats.Select(format => format.Name))), new("--out", "FILE"), new("--agreement", "ID"), new("--actors", "RUS,NATO", Many: true), new("--known-at", "DATE"), new("--on", "DATE"), new("--reviewer", "NAME"), Ledgers.Option],
        Run)
    { Asks = true, Judges = true };

    private static int Run(Call call)
    {
        var format = call.OneOf("--format", [.. Formats.Select(one => one.Name)]);
        if (format == "dossier" && call.Text("--agreement") is null && call.Text("--actors") is null) throw new WrongCall("wrong.missing", "--agreement ID | --actors RUS,NATO");
        var query = new EventQuery
        {
            Agreement = call.Text("--agreement") is { } id ? call.AgreementOf(id).Id : null,
            Actors = call.Actors("--actors"),
            KnownAt = call.Day("--known-at"),
        };
        using var ledger = Ledgers.ToRead(call);
        var provenance = new Provenance(ledger.ContentHash(), call.DataVersion);
        int leftOut;
        using (var file = call.Text("--out") is { } path ? OutputFolder.File(path) : null)
            leftOut = Formats.First(one => one.Name == format).Write(new(call, ledger, query, file ?? call.Out, provenance));
        // These two have no place for it: their columns are given.
        if (format is "gdelt" or "gdelt-mentions" or "icews") call.Surroundings.Error.WriteLine($"servanda: {call.Wording.Say("export.from", provenance.Ledger, provenance.Data)}");
        if (leftOut > 0) call.Surroundings.Error.WriteLine($"servanda: {call.Wording.Say("export.left-out", leftOut.ToString(CultureInfo.InvariantCulture))}");
        return Exit.Done;
    }

    private static int None(Action write)
    {
        write();
        return 0;
    }
}
