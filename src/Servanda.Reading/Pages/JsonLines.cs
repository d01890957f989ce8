// Pages kept as JSON, one object a line.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <summary>
/// Reads the dumps of CulturaX, mC4 and their like: <c>text</c> or <c>html</c> is the page, <c>url</c> its address, <c>timestamp</c> or <c>date</c> the day it was fetched,
/// <c>published</c> and <c>outlet</c> what whoever made the file knows. Other fields are left alone.
/// </summary>
internal static class JsonLines
{
    /// <summary>Whether the bytes open a line that is an object with a page's fields, or the name says that they do.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes, string path)
    {
        var head = WithoutMark(bytes).TrimStart(" \t\r\n"u8);
        if (head is not [(byte)'{', ..]) return false;
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) path = path[..^3];
        return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || head[..Math.Min(head.Length, 4096)].IndexOf("\"text\""u8) >= 0 || head[..Math.Min(head.Length, 4096)].IndexOf("\"html\""u8) >= 0;
    }

    /// <param name="done">The number of the last line that is known already; the source stands before it. 0: none is.</param>
    public static IEnumerable<PageOrReject> Read(RecordStream source, PageLimits limits, int done)
    {
        // An escaped letter takes six bytes where the page has two or three.
        var longest = (int)Math.Min(int.MaxValue / 2, 3L * limits.PageBytes);
        for (var number = Math.Max(1, done); !source.AtEnd;)
        {
            var line = number;
            if (Next(source, longest, limits, ref number) is { } page && line > done) yield return page;
        }
    }

    private static PageOrReject? Next(RecordStream source, int longest, PageLimits limits, ref int number)
    {
        var sighting = source.Sighting(number);
        try
        {
            source.Bytes.Peek(1);
            var mark = source.Mark(RecordKind.JsonLines, number);
            var line = source.Bytes.ReadLine(longest, out var length);
            if (line is null)
            {
                source.AtEnd = true;
                return null;
            }
            if (line.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) return null;
            number++;
            if (length > longest) return new Reject(sighting, RejectCodes.LongLine, $"a line of {length} bytes; allowed: {longest}");
            var page = PageOf(line, sighting, limits);
            return page with { Mark = page.Page is null ? null : mark };
        }
        catch (PackedDamageException damage)
        {
            number++;
            source.Resume();
            return new Reject(sighting, damage.Code, damage.Message);
        }
    }

    private static PageOrReject PageOf(byte[] line, Sighting sighting, PageLimits limits)
    {
        string? text = null, html = null;
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(line), new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 64 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return new Reject(sighting, RejectCodes.Damaged, "the line is no JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                var value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                switch (name)
                {
                    case "text":
                        text ??= value;
                        break;
                    case "html":
                        html ??= value;
                        break;
                    case "url":
                        sighting = sighting with { Address = sighting.Address ?? value };
                        break;
                    case "timestamp" or "date":
                        sighting = sighting with { Captured = sighting.Captured ?? Day(value) };
                        break;
                    case "published":
                        sighting = sighting with { Published = sighting.Published ?? (Edtf.TryParse(value, out var published) ? published : Day(value)) };
                        break;
                    case "outlet":
                        sighting = sighting with { Outlet = sighting.Outlet ?? value };
                        break;
                }
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return new Reject(sighting, RejectCodes.Damaged, $"the line is not well-formed JSON: {exception.Message}");
        }
        var content = html ?? text;
        if (content is null) return new Reject(sighting, RejectCodes.NoText, "the line has no field text or html");
        if (string.IsNullOrWhiteSpace(content)) return new Reject(sighting, RejectCodes.Empty, "the line's text is empty");
        var bytes = Encoding.UTF8.GetBytes(content);
        if (bytes.Length > limits.PageBytes) return new Reject(sighting, RejectCodes.TooLarge, $"a page of {bytes.Length} bytes; allowed: {limits.PageBytes}");
        return Page.Of(bytes, PageFormats.Of(bytes, html is null ? ".txt" : ".html"), sighting);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    // "2021-06-18T07:05:00Z", "2021/06/18 07:05:00", and seconds since 1970.
    private static Edtf? Day(string? value)
    {
        if (value is null) return null;
        if (value.Length >= 10 && Edtf.TryParse(value[..10].Replace('/', '-'), out var day)) return day;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 4102444800
            ? Edtf.Of(NodaTime.Instant.FromUnixTimeSeconds(seconds).InUtc().Date) : null;
    }
}
