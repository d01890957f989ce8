// A verb of the command: its name, what it takes and what it does.
using Servanda.Store;

namespace Servanda.Doors;

/// <summary>What stands after a verb: a path, an agreement, an id. <paramref name="Name"/> is its word in the help, in capitals.</summary>
public sealed record Operand(string Name, bool Required = false, bool Many = false);

/// <summary>An option of a verb. <paramref name="Value"/> is its value's word in the help; null for a flag.</summary>
public sealed record Option(string Name, string? Value = null, bool Many = false);

/// <summary>A verb. Its words are the messages <c>verb.NAME</c>, those of its options <c>option.NAME</c>.</summary>
public sealed record Verb(string Name, IReadOnlyList<Operand> Operands, IReadOnlyList<Option> Options, Func<Call, int> Run)
{
    /// <summary>Not shown in the help: for the build only.</summary>
    public bool Hidden { get; init; }

    /// <summary>Reads pages, so that it needs lexicons and frames.</summary>
    public bool Reads { get; init; }

    /// <summary>Judges pages, so that it needs the names of actors.</summary>
    public bool Judges { get; init; }

    internal LanguageParts Languages => Reads ? LanguageParts.All : Judges ? LanguageParts.Names : LanguageParts.None;

    /// <summary>Gives tables for people, which name the data version below.</summary>
    public bool AnswersInTables => Options.Any(option => option is { Name: "--format", Value: { } forms } && forms.StartsWith("table", StringComparison.Ordinal));

    /// <summary>Asks a ledger, so that it may be opened before the question is made up.</summary>
    public bool Asks { get; init; }

    /// <summary>Runs without knowledge, since it makes it.</summary>
    public bool WithoutKnowledge { get; init; }

    /// <summary>Options that every verb takes.</summary>
    public static IReadOnlyList<Option> Everywhere { get; } = [new("--lang", "vi|en"), new("--data", "DIR"), new("--help")];
}

/// <summary>The exit codes of the command.</summary>
public static class Exit
{
    public const int Done = 0;

    /// <summary>Done, and something on the way could not be read.</summary>
    public const int Rejects = 1;

    /// <summary>A wrong call or an unusable input; one line on the error stream says what is allowed.</summary>
    public const int Wrong = 2;

    /// <summary>Of <c>due</c> only: something is due.</summary>
    public const int Due = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
