// How a page is held against the terms, as far as a store that keeps what comes of it must know.
namespace Servanda.Model;

/// <summary>What a page gives depends on its reading alone, so that it is worked out once. Pure.</summary>
/// <param name="Version">Changes whenever the same reading may give other findings.</param>
public sealed record Judgement(string Version, Func<PageReading, IReadOnlyList<Finding>> Of);
