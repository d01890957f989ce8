// An act of the closed list, with the codes of the field's schemes.
namespace Servanda.Model;

/// <summary>One of the acts that reports are coded with.</summary>
/// <param name="Plover">Its PLOVER 0.8 event type; null where it has none (<c>state</c>).</param>
/// <param name="Cameo">Its nearest CAMEO code, null where there is none.</param>
/// <param name="Symmetric">Whether all who take part stand as source (meet, sign, agree, negotiate).</param>
/// <param name="FinerThan">Acts that this one is a finer form of.</param>
public sealed record ActDefinition(
    string Id, string Group, string? Plover, string? Cameo, bool Symmetric, IReadOnlyList<string> FinerThan, IReadOnlyDictionary<string, string> Names);
