// An official document as a file: what a user writes down of a notification or a note, read into a reading of its own.
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Reads the YAML of <c>servanda record</c>: agreement, act, party, date and reference, with towards, received (a day per addressee), scan, title, address and note where there are
/// any. The document is a page that goes by its agreement, party, act and reference, so that a mended file takes the place of the one before.
/// </summary>
public static class RecordFile
{
    /// <summary>The SHA-256 of a scanned document, as a record gives it.</summary>
    public static string HashOf(string path)
    {
        using var scan = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(scan));
    }

    /// <summary>The reading of a record that lies in a file, or null with the faults of the file.</summary>
    public static PageReading? ReadFile(string path, Knowledge knowledge, List<Fault> faults, string? scanned = null) => Read(path, File.ReadAllText(path), knowledge, faults, scanned);

    /// <summary>The reading of a record, or null with the faults of the file.</summary>
    /// <param name="scanned">The hash of the scan at hand: the record's own where it gives none, and a fault where it gives another.</param>
    public static PageReading? Read(string name, string yaml, Knowledge knowledge, List<Fault> faults, string? scanned = null)
    {
        var found = new DataFaults(name);
        var root = DataNode.Parse(yaml, found);
        root.Allow("agreement", "act", "party", "towards", "date", "status", "reference", "received", "scan", "title", "address", "note");
        var agreement = Known(root["agreement"], knowledge.Agreements.Select(a => a.Id));
        var act = Known(root["act"], knowledge.Acts.Select(a => a.Id));
        var party = Actors(root["party"]);
        if (party.Count == 0) root["party"].Missing("the party that acts, as RUS");
        if (!root["date"].Exists) root["date"].Missing("the day of the act, as 2020-05-22");
        var date = root["date"].Edtf();
        var reference = root["reference"].Required("the number that the document goes by");
        var received = new List<Receipt>();
        foreach (var (addressee, node) in root["received"].Entries())
        {
            if (node.Edtf() is { } on) received.Add(new(addressee, on));
        }
        var scan = root["scan"].Text();
        if (scan is not null && !(scan.Length == 64 && scan.All(char.IsAsciiHexDigitLower))) root["scan"].Fault($"'{scan}'", "the SHA-256 of the scan, 64 lower-case hexadecimal digits");
        if (scan is not null && scanned is not null && scan != scanned) root["scan"].Fault($"'{scan}'", $"the SHA-256 of the scan at hand, {scanned}");
        var status = Enum.TryParse<ReportStatus>(root["status"].OneOf("occurred", "intended") ?? "occurred", ignoreCase: true, out var read) ? read : ReportStatus.Occurred;
        if (found.All.Count > 0)
        {
            faults.AddRange(found.All);
            return null;
        }
        var record = new OfficialRecord(reference, [.. received.OrderBy(receipt => receipt.Addressee, StringComparer.Ordinal)], scan ?? scanned, root["title"].Text(), root["address"].Text());
        return Reading(name, yaml.Normalize(NormalizationForm.FormC), agreement, act, party, Actors(root["towards"]), date!, status, record);
    }

    private static PageReading Reading(string name, string text, string agreement, string act, IReadOnlyList<string> party, IReadOnlyList<string> towards, Edtf date, ReportStatus status, OfficialRecord record)
    {
        var page = Hash($"record\n{agreement}\n{act}\n{string.Join(',', party)}\n{record.Reference}");
        // Known from the day on which the first addressee had it, or else from its own day.
        var known = record.Received.Select(receipt => receipt.On).OrderBy(on => on.Latest).ThenBy(on => on.Text, StringComparer.Ordinal).FirstOrDefault() ?? date;
        var span = new Span(0, text.Length);
        var report = new Report
        {
            Id = "",
            Page = page,
            Act = act,
            Source = party,
            Target = towards,
            Agreement = agreement,
            Date = date,
            Status = status,
            Word = WordOf.Document,
            Evidence = [span],
            Lines = [1],
            Rules = ["record"],
            Told = known,
            Record = record,
        };
        var coder = $"record {Hash(text)[..12]}";
        return new PageReading
        {
            Id = Hash($"{page}\n{coder}"),
            CoderVersion = coder,
            Sighting = new(record.Reference, name),
            Told = new(known, [new(ToldGround.Given, known, 1, null, "receipt or date of the document", true)]),
            Reports = [report with { Id = ReportIds.Of(report) }],
            Story = new Story
            {
                Page = page,
                Format = PageFormat.PlainText,
                Text = text,
                Map = TextMap.Identity,
                Blocks = [new(BlockKind.Body, span, 1)],
                Title = record.Title ?? record.Reference,
            },
        };
    }

    private static string Known(DataNode node, IEnumerable<string> ids)
    {
        var allowed = ids.Order(StringComparer.Ordinal).ToList();
        var id = node.Required(string.Join(", ", allowed));
        if (id is not "" && !allowed.Contains(id)) node.Fault($"'{id}'", string.Join(", ", allowed));
        return id;
    }

    private static IReadOnlyList<string> Actors(DataNode node) => [.. node.Texts().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
