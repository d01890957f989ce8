// Who held which office when, and how the press says that a term is running, over, or yet to come.
namespace Servanda.Model;

/// <summary>A person's term in an office. Kept because "cựu Tổng thống X" can only be written after it.</summary>
/// <param name="Office">The office's id: president, prime-minister, foreign-minister, …</param>
/// <param name="Names">As the press writes them, full name first.</param>
/// <param name="To">The last day; null while the term runs.</param>
/// <param name="Verified">Whether a source stands behind the dates.</param>
public sealed record OfficeTerm(string Actor, string Office, IReadOnlyList<string> Names, Edtf From, Edtf? To, bool Verified);

/// <summary>The words of one language for offices (value: the office's id), and for a term that is over, new, or not begun.</summary>
public sealed record HeldOfficeWords(string Language, IReadOnlyList<WordValue> Offices, IReadOnlyList<string> Former, IReadOnlyList<string> New, IReadOnlyList<string> Elect);

public sealed record HeldOffices(IReadOnlyList<OfficeTerm> Terms, IReadOnlyList<HeldOfficeWords> Words)
{
    /// <summary>These terms and words with others added.</summary>
    public HeldOffices With(HeldOffices over) => new([.. over.Terms, .. Terms], [.. over.Words, .. Words]);
}
