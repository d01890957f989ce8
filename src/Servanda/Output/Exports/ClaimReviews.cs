// Findings as drafts of schema.org ClaimReview, in JSON-LD.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>A finding with those who tell of it, and the actor whose word it is where a primary text confirms that.</summary>
internal sealed record ReviewedClaim(Finding Finding, IReadOnlyList<Cited> Tellers, string? ConfirmedSpeaker);

internal static class ClaimReviews
{
    /// <summary>Safe inside a script element of a page: no <c>&lt;</c>, <c>&gt;</c> or <c>&amp;</c> stands in it.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <param name="reviewer">Who answers for the reviews; null: the drafts name nobody.</param>
    public static void Write(TextWriter writer, IEnumerable<ReviewedClaim> claims, string? reviewer, Wording words, Provenance provenance)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@id", $"urn:servanda:ledger:{provenance.Ledger}");
            json.WriteString("@type", "Dataset");
            json.WriteString("name", "Servanda");
            json.WriteString("version", provenance.Data);
            json.WriteStartArray("hasPart");
            foreach (var claim in claims) Review(json, claim, reviewer, words);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    private static void Review(Utf8JsonWriter json, ReviewedClaim claim, string? reviewer, Wording words)
    {
        var finding = claim.Finding;
        json.WriteStartObject();
        json.WriteString("@type", "ClaimReview");
        json.WriteString("@id", $"urn:servanda:finding:{finding.Id}");
        json.WriteString("creativeWorkStatus", "Draft");
        json.WriteString("inLanguage", words.Language);
        json.WriteString("claimReviewed", claim.Tellers.Select(Sentence).FirstOrDefault(sentence => sentence is not null) ?? words.Say(finding.Says));
        json.WriteString("reviewBody", string.Join('\n', finding.Because.Select(reason => Reasons.Line(reason, words)).Prepend(words.Say(finding.Says)).Concat(finding.Repair is { } repair ? [words.Say("findings.repair", words.Say(repair))] : [])));
        if (reviewer is not null)
        {
            json.WriteStartObject("author");
            json.WriteString("@type", "Organization");
            json.WriteString("name", reviewer);
            json.WriteEndObject();
        }
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteString("alternateName", words.Say($"kind.{Json.Word(finding.Kind)}"));
        json.WriteEndObject();
        json.WriteStartArray("itemReviewed");
        foreach (var teller in claim.Tellers.DistinctBy(teller => teller.Report.Page)) Claim(json, teller, claim.ConfirmedSpeaker, words);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The sentence that has the day, or the first.</summary>
    private static string? Sentence(Cited teller) =>
        (teller.Places.FirstOrDefault(place => teller.Report.When is { } when && place.Text.Contains(when.Words, StringComparison.Ordinal)) ?? teller.Places.FirstOrDefault())?.Text;

    private static void Claim(Utf8JsonWriter json, Cited teller, string? speaker, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        if ((speaker is null ? teller.Story.Outlet : words.Actor(speaker)) is { } author)
        {
            json.WriteStartObject("author");
            json.WriteString("@type", "Organization");
            json.WriteString("name", author);
            json.WriteEndObject();
        }
        if (teller.Told.When is { Earliest: { } day, IsDay: true }) json.WriteString("datePublished", Edtf.Iso(day));
        json.WriteStartObject("appearance");
        json.WriteString("@type", "NewsArticle");
        if (teller.Story.Title is { } title) json.WriteString("headline", title);
        if (teller.Address is { } address) json.WriteString("url", address);
        json.WriteString("identifier", $"sha256:{teller.Report.Page}");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
