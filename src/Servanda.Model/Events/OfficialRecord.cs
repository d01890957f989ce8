// What an official document adds to a report: its reference, who received it and when, and the hash of its scan.
namespace Servanda.Model;

/// <summary>That an addressee received a document, and when.</summary>
public sealed record Receipt(string Addressee, Edtf On);

/// <summary>
/// The document behind a report that was entered by hand: a depositary's notification, a note verbale. Such a report ranks above every page.
/// </summary>
/// <param name="Reference">As the document numbers itself, such as <c>C.N.576.2022.TREATIES</c>.</param>
/// <param name="Received">By addressee; who has not been said to have received it is not in it.</param>
/// <param name="Scan">SHA-256 of the scanned document, 64 lower-case hexadecimal digits; null where there is no scan.</param>
public sealed record OfficialRecord(string Reference, IReadOnlyList<Receipt> Received, string? Scan = null, string? Title = null, string? Address = null);
