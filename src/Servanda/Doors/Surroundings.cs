// What the command is given from outside: streams, the day, the terminal, where its knowledge lies.
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doors;

/// <summary>Everything that the verbs may know of the world around them; tests give their own.</summary>
public sealed record Surroundings
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input; only where <c>-</c> is asked for.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>The moment of the call. The verbs know no other clock.</summary>
    public required Instant Now { get; init; }

    /// <summary>Whether the output goes to a person's terminal: colours and progress only then.</summary>
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of tables, in columns; at most 100 into a pipe.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The language that the environment asks for, as in <c>vi_VN.UTF-8</c>; null where it does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>Gives the compiled data files; null where they are missing.</summary>
    public required Func<DataFiles?> Data { get; init; }

    /// <summary>Where compiled forms of users' own data may be kept.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>How long the command has been running: for rates, never for results.</summary>
    public Func<TimeSpan> Watch { get; init; } = () => TimeSpan.Zero;

    public CancellationToken Stop { get; init; }

    /// <summary>The day of the call where the user is: the default of <c>--on</c>.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The day as it goes on, for what runs longer than a call; null: <see cref="Today"/> stays.</summary>
    public Func<LocalDate>? Clock { get; init; }

    /// <summary>The moment as it goes on, for what runs longer than a call; null: <see cref="Now"/> stays.</summary>
    public Func<Instant>? Moment { get; init; }

    /// <summary>Knowledge that is loaded already, for who calls again and again; null: it is read from <see cref="Data"/>.</summary>
    public Knowledge? Known { get; init; }

    /// <summary>The course of an agreement in the ledger of the call, as known on a day (null: on all that is known), for who calls again and again; null: it is worked out from the ledger.</summary>
    public Func<Agreement, LocalDate?, Course>? Courses { get; init; }
}
