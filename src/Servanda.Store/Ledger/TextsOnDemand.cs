// A list of texts in a row of the ledger, read when it is first asked for one: a docket has ten times as many reports as events, and an answer names a few of them.
using System.Collections;
using System.Text.Json;

namespace Servanda.Store;

/// <summary>How many there are is known without reading. Safe to be asked from several threads.</summary>
/// <param name="row">The row's UTF-8, of which no more than the list is looked at.</param>
/// <param name="start">Where the list begins.</param>
internal sealed class TextsOnDemand(byte[] row, int start, int count) : IReadOnlyList<string>
{
    private IReadOnlyList<string>? texts;

    public int Count => count;

    public string this[int index] => Texts[index];

    private IReadOnlyList<string> Texts => texts ??= LedgerText.Read(row, _ => Read());

    public IEnumerator<string> GetEnumerator() => Texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The list that follows, stepped over.</summary>
    public static IReadOnlyList<string> Of(byte[] row, ref Utf8JsonReader reader)
    {
        JsonFields.Start(ref reader);
        var (start, count) = ((int)reader.TokenStartIndex, 0);
        while (JsonFields.Item(ref reader))
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException($"A text was expected, found {reader.TokenType}.");
            count++;
        }
        return count == 0 ? [] : new TextsOnDemand(row, start, count);
    }

    private string[] Read()
    {
        var reader = new Utf8JsonReader(row.AsSpan(start));
        var read = new string[count];
        reader.Read();
        for (var i = 0; i < count; i++)
        {
            reader.Read();
            read[i] = reader.GetString()!;
        }
        return read;
    }
}
