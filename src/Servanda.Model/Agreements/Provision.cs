// The provisions that an agreement can have: a closed family, each with its parameters and the article it stands in.
using System.Text.Json.Serialization;
using NodaTime;

namespace Servanda.Model;

/// <summary>Units of a clause. Months and days are different units: six months are not 180 days.</summary>
public enum TermUnit { Hour, Day, Month, Year }

/// <summary>A length of time as a clause states it.</summary>
public readonly record struct TermPeriod(int Count, TermUnit Unit)
{
    /// <summary>In Gregorian days, months or years; hours are no calendar length and are refused.</summary>
    public Period Calendar => Unit switch
    {
        TermUnit.Day => Period.FromDays(Count),
        TermUnit.Month => Period.FromMonths(Count),
        TermUnit.Year => Period.FromYears(Count),
        _ => throw new InvalidOperationException($"{Count} hours are no calendar length; days, months and years are."),
    };

    public override string ToString() => $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}";
}

/// <summary>A provision and what it rests on.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Withdrawal), "withdrawal")]
[JsonDerivedType(typeof(FollowUp), "follow_up")]
[JsonDerivedType(typeof(DurationProvision), "duration")]
[JsonDerivedType(typeof(Extension), "extension")]
[JsonDerivedType(typeof(Review), "review")]
[JsonDerivedType(typeof(Prohibition), "prohibition")]
[JsonDerivedType(typeof(Ceiling), "ceiling")]
[JsonDerivedType(typeof(Quota), "quota")]
[JsonDerivedType(typeof(AdvanceNotice), "advance_notice")]
[JsonDerivedType(typeof(EntryIntoForce), "entry_into_force")]
[JsonDerivedType(typeof(Power), "power")]
[JsonDerivedType(typeof(DefaultRule), "default_rule")]
public abstract record Provision
{
    public required Ground Ground { get; init; }
}

/// <summary>What must follow an act and in which window, both ends included: Open Skies XV(3), a conference 30 to 60 days after receipt of the notice.</summary>
public sealed record FollowUp : Provision
{
    public required string What { get; init; }

    /// <summary>The act that starts the window.</summary>
    public required string After { get; init; }

    /// <summary>The act that satisfies it.</summary>
    public required string Act { get; init; }

    public required int LeastDays { get; init; }

    public required int MostDays { get; init; }

    public IReadOnlyList<string> By { get; init; } = [];
}

/// <summary>How long the agreement runs from its entry into force; unlimited where <see cref="Length"/> is null.</summary>
public sealed record DurationProvision : Provision
{
    public TermPeriod? Length { get; init; }

    /// <summary>Whether it starts again by itself when it has run out.</summary>
    public bool Renews { get; init; }
}

/// <summary>The option to extend, at most by <see cref="Most"/> and so many <see cref="Times"/> (null: as often as agreed).</summary>
public sealed record Extension : Provision
{
    public required TermPeriod Most { get; init; }

    public int? Times { get; init; }
}

/// <summary>Review conferences: the first so long after entry into force, then at this distance.</summary>
public sealed record Review : Provision
{
    public required TermPeriod First { get; init; }

    public TermPeriod? Every { get; init; }
}

/// <summary>What is banned between two bounds of an attribute; a null bound is open. Both bounds say whether they are included.</summary>
public sealed record Prohibition : Provision
{
    /// <summary>The class of thing: <c>ground-launched-missile</c>.</summary>
    public required string Of { get; init; }

    public required string Attribute { get; init; }

    public required string Unit { get; init; }

    public decimal? Least { get; init; }

    public bool LeastIncluded { get; init; } = true;

    public decimal? Most { get; init; }

    public bool MostIncluded { get; init; } = true;

    public IReadOnlyList<string> Acts { get; init; } = [];
}

/// <summary>A value that holds from a day on, until the next one or <see cref="Until"/> (the first day on which it no longer holds).</summary>
/// <param name="Value">Null: from then on there is no limit.</param>
/// <param name="By">Whose account it is, where accounts differ.</param>
/// <param name="Loose">The source says "by" a day where others say "from": the boundary day itself is not settled.</param>
/// <param name="Conditional">Announced or threatened, never set: it does not apply, and is held against later acts.</param>
public sealed record DatedValue(decimal? Value, Edtf From, LocalDate? Until, LocalDate? Known, Ground Ground, string? By = null, bool Loose = false, bool Conditional = false, TermUnit? Time = null);

/// <summary>An upper limit with its values over time.</summary>
public sealed record Ceiling : Provision
{
    public required string What { get; init; }

    public required string Unit { get; init; }

    /// <summary>Whom it binds; empty: every party.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>The place for which alone it holds: an airfield; null: everywhere.</summary>
    public string? At { get; init; }

    /// <summary>Who set it, where it is a measure of one side.</summary>
    public string? SetBy { get; init; }

    public required IReadOnlyList<DatedValue> Values { get; init; }

    /// <summary>Outlives the agreement's end (a ceiling of a practice does not).</summary>
    public bool Outlives { get; init; }
}

/// <summary>A number per party and period, such as observation flights a year.</summary>
public sealed record Quota : Provision
{
    public required string What { get; init; }

    public required TermUnit Per { get; init; }

    /// <summary>By party; a group that shares one quota is written <c>BLR+RUS</c>.</summary>
    public required IReadOnlyDictionary<string, int> Shares { get; init; }

    /// <summary>How many per cent of the smaller of both shares, rounded up, one party may use of another's; null: as many as there are.</summary>
    public int? OneParty { get; init; }

    /// <summary>The part of each share that holds in the first years; null: all of it from the beginning.</summary>
    public FirstYears? AtFirst { get; init; }
}

/// <summary>So many per cent of a quota, rounded down, until a day on which the whole holds.</summary>
public sealed record FirstYears(int Percent, LocalDate Until);

/// <summary>Notice to be given before an act, and from which distance on. Several values of one time by different accounts are contested.</summary>
public sealed record AdvanceNotice : Provision
{
    public required string What { get; init; }

    /// <summary>Whom it binds; empty: every party.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    public string? SetBy { get; init; }

    /// <summary>Notice is due beyond this distance; null: always.</summary>
    public decimal? Beyond { get; init; }

    public string? BeyondUnit { get; init; }

    /// <summary>Ranks or cases that need no notice.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>How long before, each with its unit in <see cref="DatedValue.Time"/>.</summary>
    public required IReadOnlyList<DatedValue> Values { get; init; }
}

/// <summary>When it enters into force at first, and for those who join later.</summary>
public sealed record EntryIntoForce : Provision
{
    public string? Condition { get; init; }

    public TermPeriod? Delay { get; init; }

    /// <summary>From a later party's deposit to the day it is bound; null: not known, so no day is computed.</summary>
    public TermPeriod? LaterDelay { get; init; }

    /// <summary>Counts to the first day of the month after the delay has run out.</summary>
    public bool FirstOfMonth { get; init; }
}

/// <summary>An act that one side may do under an article, without asking: declare a diplomat unwelcome, limit a mission's size.</summary>
public sealed record Power : Provision
{
    public required string What { get; init; }

    public required IReadOnlyList<string> Acts { get; init; }

    public string? Limits { get; init; }
}

/// <summary>A rule of the law of treaties that applies where an agreement is silent.</summary>
public sealed record DefaultRule : Provision
{
    public required string What { get; init; }

    public TermPeriod? Period { get; init; }
}
