// Days as a calendar that other programs read: iCalendar (RFC 5545), every entry a whole day or some of them.
using System.Globalization;
using System.Text;
using NodaTime;

namespace Servanda.Output;

/// <summary>One entry. <paramref name="Last"/> is its last day, included; the same <paramref name="Id"/> is the same entry when it is taken into a calendar again.</summary>
internal sealed record CalendarEntry(string Id, LocalDate First, LocalDate Last, string Summary, string Description);

internal static class Calendar
{
    /// <summary>Octets in a line before it is folded, without its end.</summary>
    private const int LineOctets = 75;

    /// <param name="made">The moment of the call.</param>
    public static void Write(TextWriter writer, string name, IEnumerable<CalendarEntry> entries, Instant made, string dataVersion)
    {
        Line(writer, "BEGIN:VCALENDAR");
        Line(writer, "VERSION:2.0");
        Line(writer, $"PRODID:-//Servanda//servanda {Program.Version}//EN");
        Line(writer, "CALSCALE:GREGORIAN");
        Line(writer, $"X-WR-CALNAME:{Text(name)}");
        Line(writer, $"X-SERVANDA-DATA:{Text(dataVersion)}");
        foreach (var entry in entries)
        {
            Line(writer, "BEGIN:VEVENT");
            Line(writer, $"UID:{Text(entry.Id)}@servanda");
            Line(writer, $"DTSTAMP:{made.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line(writer, $"DTSTART;VALUE=DATE:{Day(entry.First)}");
            Line(writer, $"DTEND;VALUE=DATE:{Day(entry.Last.PlusDays(1))}"); // the first day after it
            Line(writer, $"SUMMARY:{Text(entry.Summary)}");
            if (entry.Description != "") Line(writer, $"DESCRIPTION:{Text(entry.Description)}");
            Line(writer, "TRANSP:TRANSPARENT");
            Line(writer, "END:VEVENT");
        }
        Line(writer, "END:VCALENDAR");
    }

    private static string Day(LocalDate day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text) =>
        text.ReplaceLineEndings("\n").Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>Ends with CRLF; a longer line goes on after CRLF and a space, never inside a character.</summary>
    private static void Line(TextWriter writer, string text)
    {
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            if (used + rune.Utf8SequenceLength > LineOctets)
            {
                writer.Write("\r\n ");
                used = 1;
            }
            writer.Write(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        writer.Write("\r\n");
    }
}
