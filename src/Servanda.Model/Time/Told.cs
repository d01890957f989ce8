// When a story came out, and on what grounds.
namespace Servanda.Model;

/// <summary>What a constraint on the told day rests on, strongest first.</summary>
public enum ToldGround { Given, Metadata, Stamp, Dateline, ExplicitYear, Weekday, RelativeDate, DayOfText, Office, AgreementHistory, Capture }

/// <summary>The words by which outputs and messages know grounds.</summary>
public static class ToldGrounds
{
    public static string Word(this ToldGround ground) => ground switch
    {
        ToldGround.Given => "given",
        ToldGround.Metadata => "metadata",
        ToldGround.Stamp => "stamp",
        ToldGround.Dateline => "dateline",
        ToldGround.ExplicitYear => "explicit-year",
        ToldGround.Weekday => "weekday",
        ToldGround.RelativeDate => "relative-date",
        ToldGround.DayOfText => "day-of-text",
        ToldGround.Office => "office",
        ToldGround.AgreementHistory => "agreement-history",
        ToldGround.Capture => "capture",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "no such ground"),
    };
}

/// <summary>One reason to place the told day in an interval: where it stands on the page (null where it is metadata) and how it was read.</summary>
/// <param name="Weight">0 to 1; of two that exclude each other the heavier wins, and the loser stays as evidence with <paramref name="Used"/> false.</param>
public sealed record ToldEvidence(ToldGround Ground, Edtf Interval, double Weight, Span? Where, string Reason, bool Used);

/// <summary>The interval in which a story came out, as narrow as its own page allows, and the evidence for it. Null when: the page does not say.</summary>
public sealed record Told(Edtf? When, IReadOnlyList<ToldEvidence> Evidence)
{
    public static Told Unknown { get; } = new(null, []);

    /// <summary>Whether two pieces of strong evidence exclude each other.</summary>
    public bool Contradictory { get; init; }
}
