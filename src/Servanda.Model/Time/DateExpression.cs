// The words that date something, and what they mean once it is known when they were said.
namespace Servanda.Model;

/// <summary>The tense of the clause that a date stands in, as far as its cue words show it (đã, vừa; sẽ, sắp; tới).</summary>
public enum Tense { Unknown, Past, Future }

/// <summary>What a date expression is resolved against.</summary>
/// <param name="Told">When the story came out; null where unknown.</param>
/// <param name="Anchor">The date of the event before it, for "bốn ngày sau", "hôm sau", "năm đó"; null where there is none.</param>
public sealed record DateContext(Edtf? Told, Tense Tense = Tense.Unknown, Edtf? Anchor = null);

/// <summary>A resolved date and how it was derived, in one line; the date is null where the words do not settle it.</summary>
public sealed record ResolvedDate(Edtf? Date, string Derivation);

/// <summary>A date expression as written, and the meaning that can be resolved later against another told day.</summary>
/// <param name="Words">As written on the page.</param>
/// <param name="Rule">Id of the rule that read it.</param>
/// <param name="Form">The meaning in a canonical form that round-trips (<see cref="DateForm"/>), such as <c>day 18 month 10</c>.</param>
public sealed record DateExpression(string Words, string Rule, string Form);

/// <summary>A date expression and where it stands. Durations ("60 ngày") are mentions of their own.</summary>
public sealed record DateMention(Span Span, DateExpression Expression)
{
    private DateForm? form;

    /// <summary>The meaning: read from the expression's canonical text when it is first asked for, unless who made the mention had it at hand.</summary>
    public DateForm Form { get => form ??= DateForm.Parse(Expression.Form); init => form = value; }

    /// <summary>How it bounds what is dated: a start ("từ ngày"), a deadline ("trước ngày", "muộn nhất"), or simply on.</summary>
    public DateBound Bound => Form.Bound;

    public bool IsRange => Form.IsRange;

    public bool IsDuration => Form.IsDuration;

    /// <summary>The form follows from the expression and need not be compared.</summary>
    public bool Equals(DateMention? other) => other is not null && Span == other.Span && Expression == other.Expression;

    public override int GetHashCode() => Span.GetHashCode();
}
