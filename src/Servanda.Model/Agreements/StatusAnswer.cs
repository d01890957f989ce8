// Where a party stands towards an agreement on a day, with the reasons.
using NodaTime;

namespace Servanda.Model;

public enum PartyStatus { Unknown, NotParty, Signatory, Ratified, Provisional, InForce, Suspended, NoticeRunning, Withdrawn, Ended, NoLongerRatified }

/// <summary>A period that runs: <paramref name="Ends"/> is the first day on which it has run out (for a withdrawal the first day out), null where the terms give none.</summary>
public sealed record Clock(string What, LocalDate From, LocalDate? Ends);

/// <summary>A limit that holds on the day. <paramref name="Conditional"/> ones were only threatened and do not apply.</summary>
public sealed record Limit(string What, decimal? Value, string Unit, Edtf Since, string? SetBy = null, string? By = null, bool Contested = false, bool Conditional = false);

/// <summary>What one side holds, where the status is contested: on what it rests, and the reports of it.</summary>
public sealed record View(IReadOnlyList<string> By, PartyStatus Status, Message Basis, IReadOnlyList<string> Reports);

/// <summary>Status of one party on one day.</summary>
public sealed record StatusAnswer
{
    public required string Agreement { get; init; }

    public required string Party { get; init; }

    /// <summary>The party towards whom it holds, where it differs from the rest; null: towards all.</summary>
    public string? Towards { get; init; }

    public required LocalDate On { get; init; }

    public required PartyStatus Status { get; init; }

    /// <summary>Null: not to be known. A suspended agreement and one under notice are in force.</summary>
    public bool? InForce { get; init; }

    public bool Contested => Views.Count > 0;

    /// <summary>False where any reason rests on memory, or on pages alone.</summary>
    public bool Verified { get; init; }

    /// <summary>Follows from what was known, by a clock or term that ends after the day of knowledge.</summary>
    public bool Expected { get; init; }

    public IReadOnlyList<Clock> Clocks { get; init; } = [];

    public IReadOnlyList<Limit> Limits { get; init; } = [];

    public IReadOnlyList<View> Views { get; init; } = [];

    public IReadOnlyList<Reason> Because { get; init; } = [];
}

/// <summary>The words of a status in JSON and on the command line.</summary>
public static class PartyStatusWord
{
    public static string Word(this PartyStatus status) => status switch
    {
        PartyStatus.Unknown => "unknown",
        PartyStatus.NotParty => "not-party",
        PartyStatus.Signatory => "signatory",
        PartyStatus.Ratified => "ratified",
        PartyStatus.Provisional => "provisional",
        PartyStatus.InForce => "in-force",
        PartyStatus.Suspended => "suspended",
        PartyStatus.NoticeRunning => "notice-running",
        PartyStatus.Withdrawn => "withdrawn",
        PartyStatus.Ended => "ended",
        PartyStatus.NoLongerRatified => "no-longer-ratified",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a status"),
    };

    public static bool TryParse(string word, out PartyStatus status)
    {
        foreach (var each in Enum.GetValues<PartyStatus>())
            if (each.Word() == word)
            {
                status = each;
                return true;
            }
        status = default;
        return false;
    }
}
