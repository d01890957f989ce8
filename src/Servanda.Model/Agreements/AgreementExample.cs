// What an agreement's file says that its own terms give on a day: a test, and a document.
using NodaTime;

namespace Servanda.Model;

/// <summary>A question and the answer that the file expects; what is null is not asked about.</summary>
/// <param name="Ends">The end of the withdrawal clock that runs, where one is meant to run.</param>
/// <param name="Limit">A limit by its name, with the value that holds; a null value: none holds.</param>
/// <param name="Line">The 1-based line of the file.</param>
public sealed record AgreementExample(
    string? Party, string? Towards, LocalDate On, LocalDate? KnownAt, PartyStatus? Status, LocalDate? Ends, string? Limit, decimal? Value, bool? Contested, bool? Expected, int Line);
