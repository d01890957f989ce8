// record: official documents into the ledger, and the list of those in it.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>What a document says decides over every page. All files are looked at before the first is stored; a mended file takes the place of the one before.</summary>
internal static class RecordVerb
{
    public static Verb Verb { get; } = new("record", [new("FILE", Many: true)], [new("--scan", "FILE"), Questions.On, Questions.KnownAt, Ledgers.Option, new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        var (json, files) = (call.AsJson, call.Texts("FILE"));
        if (files.Count == 0) return List(call, json);
        if (files.Count > 1 && call.Text("--scan") is not null) throw new WrongCall("wrong.scan");
        var scanned = call.Text("--scan") is { } scan ? Opened(scan, () => RecordFile.HashOf(scan)) : null;
        var faults = new List<Fault>();
        var readings = files.Select(file => Opened(file, () => RecordFile.ReadFile(file, call.Knowledge, faults, scanned))).ToList();
        if (faults.Count > 0)
        {
            foreach (var fault in faults) call.Surroundings.Error.WriteLine(fault);
            throw new WrongCall("wrong.record", $"{faults.Count}");
        }
        using var ledger = Ledgers.ToWrite(call);
        ledger.Write([.. readings.OfType<PageReading>()], [], call.Surroundings.Now);
        ledger.Merge(call.Surroundings.Now);
        Tell(call, json, ledger, [.. readings.OfType<PageReading>().SelectMany(reading => reading.Reports)]);
        return Exit.Done;
    }

    private static int List(Call call, bool json)
    {
        var (on, knownAt) = (call.Day("--on"), call.Day("--known-at"));
        using var ledger = Ledgers.ToRead(call);
        Tell(call, json, ledger, [.. ledger.Records().Where(record => (on is not { } day || record.Date?.Meet(Edtf.Of(day)) is not null) && (knownAt is not { } known || record.Told?.Latest <= known))]);
        return Exit.Done;
    }

    private static T Opened<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongCall("wrong.file", path);
        }
    }

    private static void Tell(Call call, bool json, LedgerStore ledger, IReadOnlyList<Report> records)
    {
        var ordered = records.OrderBy(report => report.Date?.Earliest).ThenBy(report => report.Id, StringComparer.Ordinal).Select(report => (Report: report, Event: ledger.Find(report.Id).One?.Event?.Id)).ToList();
        if (json) Json.WriteLines(call.Out, ordered, Write, call.DataVersion);
        else
        {
            var lines = new Lines(call.Out, call.Surroundings.Width);
            if (ordered.Count == 0) lines.Write(call.Wording.Say("record.none"));
            foreach (var (report, told) in ordered) RecordOutput.Write(lines, report, told, call.Wording);
        }
    }

    private static void Write(Utf8JsonWriter json, (Report Report, string? Event) one)
    {
        json.WriteStartObject();
        json.WriteString("report", one.Report.Id);
        json.WriteString("event", one.Event);
        json.WriteString("page", one.Report.Page);
        json.Deed(one.Report);
        json.Date("known", one.Report.Told);
        RecordOutput.Members(json, one.Report.Record!);
        json.WriteEndObject();
    }
}
