// A console block of a document: commands after "$ ./servanda", each with the output that it must give.
using System.Text.RegularExpressions;

namespace Servanda.Tests;

/// <summary>
/// A fenced block of the kind <c>console</c>. A line <c>…</c> in its output stands for any lines; ids are compared as ids, whichever they are. The ledger is one of the sample pages.
/// </summary>
internal sealed partial record ConsoleBlock(string Document, int Line, string Text)
{
    public static IEnumerable<ConsoleBlock> In(string document)
    {
        var text = Repository.Read(document);
        foreach (Match block in Fence().Matches(text)) yield return new(document, text.AsSpan(0, block.Index).Count('\n') + 1, block.Groups[1].Value);
    }

    public bool Elides => Steps().Any(step => step.Expected.Contains("…"));

    /// <summary>Each command with the lines that follow it, up to the next one.</summary>
    public IReadOnlyList<(string[] Arguments, IReadOnlyList<string> Expected, string Prompt)> Steps()
    {
        var steps = new List<(string[], IReadOnlyList<string>, string)>();
        foreach (var part in Regex.Split(Text.TrimEnd('\n'), @"^(?=\$ )", RegexOptions.Multiline).Where(part => part.Length > 0))
        {
            var lines = part.TrimEnd('\n').Split('\n');
            if (!lines[0].StartsWith("$ ./servanda ", StringComparison.Ordinal)) throw new FormatException($"{Document}:{Line}: a console block runs ./servanda, not '{lines[0]}'.");
            steps.Add(([.. Word().Matches(lines[0]["$ ./servanda ".Length..]).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)], lines[1..], lines[0]));
        }
        return steps;
    }

    /// <summary>The block as the command would have it today.</summary>
    public string Run(string ledger) => string.Concat(Steps().Select(step => $"{step.Prompt}\n{string.Join('\n', Given(step.Arguments, ledger))}\n"));

    public static IReadOnlyList<string> Given(IReadOnlyList<string> arguments, string ledger)
    {
        using var folder = new Command.Folder();
        var takesLedger = Servanda.Doors.Verbs.Find(arguments[0])?.Options.Any(option => option.Name == "--ledger") == true;
        var here = arguments.Select(argument => argument.StartsWith("samples", StringComparison.Ordinal) || argument.StartsWith("tests/", StringComparison.Ordinal) ? Repository.PathOf(argument) : argument).ToList();
        if (takesLedger) here.AddRange(["--ledger", arguments[0] == "read" ? folder["new.db"] : ledger]);
        var answer = Command.Run([.. here]);
        return [.. (answer.Out + answer.Error).TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }

    public static bool Matches(IReadOnlyList<string> expected, IReadOnlyList<string> given)
    {
        return From(0, 0);

        bool From(int wanted, int at)
        {
            if (wanted == expected.Count) return at == given.Count;
            if (expected[wanted] == "…") return Enumerable.Range(at, given.Count - at + 1).Any(next => From(wanted + 1, next));
            return at < given.Count && WithoutIds(expected[wanted]) == WithoutIds(given[at]) && From(wanted + 1, at + 1);
        }
    }

    private static string WithoutIds(string line) => Id().Replace(line, "ID");

    [GeneratedRegex("^```console\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("\\b[0-9a-f]{12}(?:[0-9a-f]{20})?\\b")]
    private static partial Regex Id();
}
