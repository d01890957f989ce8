// How a party may leave, and when its leaving takes effect.
namespace Servanda.Model;

/// <summary>The shapes of end-date rules that treaties have.</summary>
public enum EndDateRule
{
    /// <summary>Nothing is known of how it ends: no end is computed.</summary>
    Unknown,

    /// <summary>No clause; what applies is the law of treaties (VCLT 56), and no end is computed.</summary>
    None,

    /// <summary>Notice so long before the day on which the party intends to leave.</summary>
    BeforeIntendedDate,

    /// <summary>Effect so long after the addressees received the notice.</summary>
    AfterReceipt,

    /// <summary>Effect when a period after receipt has run out: the day after its last.</summary>
    ExpiryAfterReceipt,

    /// <summary>Effect on the first day of the month that follows the period.</summary>
    FirstOfMonthAfter,

    /// <summary>Effect on a fixed day of the calendar.</summary>
    FixedCalendar,

    /// <summary>Notice only after some years in force; then as after receipt.</summary>
    MinInForceThen,

    /// <summary>Renews itself unless notice is given so long before the term runs out.</summary>
    AutoRenewWithNotice,

    /// <summary>Runs out; nobody leaves before.</summary>
    FixedTerm,

    /// <summary>Renews itself unless a party says otherwise at any time before the term runs out.</summary>
    FixedTermAutoRenew,

    /// <summary>Only together.</summary>
    MutualConsentOnly,
}

/// <summary>What to do where the day of the month does not exist (31 August and six months).</summary>
public enum MonthEnd { Undeclared, LastDay, NextDay }

/// <summary>From what a minimum time in force counts.</summary>
public enum InForceFrom { Agreement, Party }

/// <summary>A fixed day of effect: on <paramref name="Month"/>/<paramref name="Day"/> of the first year for which notice came on or before <paramref name="NoticeMonth"/>/<paramref name="NoticeDay"/>
/// of that year plus <paramref name="NoticeYear"/> (0 or -1). <paramref name="LastDayIn"/>: the party is still bound on the day itself.</summary>
public sealed record CalendarDay(int Month, int Day, int NoticeMonth, int NoticeDay, int NoticeYear, bool LastDayIn);

/// <summary>No notice before so long in force.</summary>
public sealed record LeastInForce(TermPeriod Period, InForceFrom From);

/// <summary>The clause by which a party may leave. One agreement may have several, for different parties.</summary>
public sealed record Withdrawal : Provision
{
    public required EndDateRule Rule { get; init; }

    public TermPeriod? Period { get; init; }

    /// <summary>The parties it is for; empty: all.</summary>
    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    /// <summary>Who must be told: <c>depositary</c> (any of them), <c>all-parties</c>, <c>other-party</c>, or actor codes.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    public bool StatementRequired { get; init; }

    /// <summary>Whether the notice may be taken back until it takes effect; that is the rule of VCLT 68 unless the clause says otherwise.</summary>
    public bool Revocable { get; init; } = true;

    public LeastInForce? LeastInForce { get; init; }

    public CalendarDay? Calendar { get; init; }

    public MonthEnd MonthEnd { get; init; }

    /// <summary>The IANA zone in which days are counted, where the clause or practice declares one.</summary>
    public string? Zone { get; init; }

    /// <summary>A condition during which a notice has no effect: <c>armed-conflict</c>.</summary>
    public string? BlockedWhile { get; init; }

    public bool DuesRequired { get; init; }

    /// <summary>What must have happened for the right to leave to arise, of a closed list (<c>breach-by-another</c>); null: nothing.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>How long some obligations last beyond the end.</summary>
    public TermPeriod? Sunset { get; init; }

    /// <summary>Whether one party's leaving ends the agreement for all; always so where there are only two.</summary>
    public bool EndsAgreement { get; init; }

    /// <summary>Whether it gives an end that can be computed.</summary>
    public bool Computes => Rule is not (EndDateRule.Unknown or EndDateRule.None or EndDateRule.FixedTerm or EndDateRule.MutualConsentOnly);
}
