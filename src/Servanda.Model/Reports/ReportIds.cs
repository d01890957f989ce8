// What makes a report the same report: the hash of what it says and of where the page says it.
using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Servanda.Model;

/// <summary>
/// Identities of reports. Part of the hash: page, act, source, target, agreement, the words of the date, polarity, status and evidence spans.
/// Not part of it: rule ids, object, quantities, speaker, via, person, coder version, told day and read time. Of a date the words count, not what they were
/// read to mean: a better date rule keeps the id. A report dated without words of its own (<see cref="Report.When"/> null) counts by its date.
/// </summary>
public static class ReportIds
{
    /// <summary>32 lower-case hexadecimal digits: the first 16 bytes of a SHA-256 over the parts, each with its length before it.</summary>
    public static string Of(
        string page, string act, IReadOnlyList<string> source, IReadOnlyList<string> target, string? agreement,
        DateExpression? when, Edtf? date, Polarity polarity, ReportStatus status, IReadOnlyList<Span> evidence)
    {
        var hash = new ArrayBufferWriter<byte>(512);
        Add(hash, page);
        Add(hash, act);
        AddAll(hash, source);
        AddAll(hash, target);
        Add(hash, agreement ?? "");
        Add(hash, when is not null ? $"words:{when.Words}" : date is not null ? $"date:{date.Text}" : "");
        Add(hash, polarity.ToString());
        Add(hash, status.ToString());
        Add(hash, evidence.Count);
        foreach (var span in evidence)
        {
            Add(hash, span.Start);
            Add(hash, span.End);
        }
        return Convert.ToHexStringLower(SHA256.HashData(hash.WrittenSpan).AsSpan(0, 16));
    }

    /// <summary>The id that <paramref name="report"/> must have; whatever its <see cref="Report.Id"/> says now.</summary>
    public static string Of(Report report) =>
        Of(report.Page, report.Act, report.Source, report.Target, report.Agreement, report.When, report.Date, report.Polarity, report.Status, report.Evidence);

    private static void AddAll(ArrayBufferWriter<byte> hash, IReadOnlyList<string> values)
    {
        Add(hash, values.Count);
        foreach (var value in values) Add(hash, value);
    }

    private static void Add(ArrayBufferWriter<byte> hash, string value)
    {
        Add(hash, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, hash);
    }

    private static void Add(ArrayBufferWriter<byte> hash, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(hash.GetSpan(4), value);
        hash.Advance(4);
    }
}
