// The door on the command line: finds the verb, runs it, and turns what goes wrong into one line and an exit code.
using System.CommandLine;
using Servanda.Doing;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Doors;

/// <summary>The command as a function of its arguments and surroundings.</summary>
public static class Door
{
    public static IReadOnlyList<string> Languages { get; } = ["vi", "en"];

    public static int Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var parsed = Parse(arguments);
        var verb = parsed.CommandResult.Command is RootCommand ? null : Verbs.Find(parsed.CommandResult.Command.Name);
        if (verb is { WithoutKnowledge: true }) return verb.Run(new(parsed, surroundings, Nothing, new(Nothing, "en")));
        using var opening = verb is { Asks: true } && surroundings.Known is null ? LedgerStore.Opening(parsed.GetResult(Ledgers.Option.Name)?.Tokens.LastOrDefault()?.Value ?? Ledgers.Default) : null;
        if ((surroundings.Known ?? (surroundings.Data() is { } files ? KnowledgeFolder.Read(files, languages: verb?.Languages ?? LanguageParts.None).Knowledge : null)) is not { } knowledge)
        {
            surroundings.Error.WriteLine("servanda: the compiled data is missing beside the command; ./servanda at the root of the repository makes it.");
            return Exit.Wrong;
        }
        var asked = parsed.GetResult("--lang")?.Tokens.LastOrDefault()?.Value;
        var wording = new Wording(knowledge, asked is not null && Languages.Contains(asked) ? asked : FromLocale(surroundings.Locale));
        try
        {
            if (asked is not null && !Languages.Contains(asked)) throw new WrongCall("wrong.choice", "--lang", asked, string.Join(", ", Languages));
            var call = new Call(parsed, surroundings, knowledge, wording) { Opening = opening };
            return Run(verb, parsed, call.Text("--data") is { } own ? WithOwn(call, parsed, own, verb?.Languages ?? LanguageParts.None) : call);
        }
        catch (WrongCall wrong)
        {
            surroundings.Error.WriteLine($"servanda: {OneLine(wording.Say(wrong.Says))}");
            return Exit.Wrong;
        }
        catch (LedgerException fault)
        {
            surroundings.Error.WriteLine($"servanda: {OneLine(fault.Says is { } says ? wording.Say(says) : fault.Ledger is { } ledger ? wording.Say($"ledger.{Output.Json.Word(fault.Fault)}", ledger) : fault.Message)}");
            return Exit.Wrong;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine($"servanda: {OneLine(fault.Message)}");
            return Exit.Wrong;
        }
        catch (OperationCanceledException) when (surroundings.Stop.IsCancellationRequested)
        {
            surroundings.Error.WriteLine($"servanda: {wording.Say("stopped")}");
            return Exit.Stopped;
        }
    }

    /// <summary>The same call with a user's own data laid over the shipped.</summary>
    private static Call WithOwn(Call call, ParseResult parsed, string path, LanguageParts languages)
    {
        if (!KnowledgeFolder.Exists(path)) throw new WrongCall("wrong.folder", path);
        var own = OwnData.Read(path, call.Knowledge, languages, call.Surroundings.CacheFolder);
        call.Refuse(own.Faults);
        return new(parsed, call.Surroundings, own.Knowledge!, new(own.Knowledge!, call.Wording.Language)) { Opening = call.Opening };
    }

    internal static ParseResult Parse(IReadOnlyList<string> arguments) => Tree().Parse(arguments.Count > 0 && arguments[0] == "help" ? [.. arguments.Skip(1), "--help"] : arguments);

    private static Knowledge Nothing { get; } = new()
    {
        Version = "",
        Acts = [],
        Agreements = [],
        Messages = new(new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = new Dictionary<string, string>() }),
    };

    private static int Run(Verb? verb, ParseResult parsed, Call call)
    {
        if (verb is null)
        {
            if (call.Flag("--version"))
            {
                call.Out.WriteLine(call.Wording.Say("version", Program.Version, call.Knowledge.Version[..12]));
                return Exit.Done;
            }
            if (parsed.UnmatchedTokens is [var word, ..] && !call.Flag("--help"))
                throw new WrongCall("wrong.verb", word, string.Join(", ", Nearest.To(word, Verbs.All.Where(one => !one.Hidden).Select(one => one.Name), 4)));
            Help.Write(call);
            return Exit.Done;
        }
        if (call.Flag("--help"))
        {
            Help.Write(call, verb);
            return Exit.Done;
        }
        // What looks like an option and is none is taken for an operand by the parser.
        if (parsed.UnmatchedTokens.Concat(verb.Operands.SelectMany(operand => call.Texts(operand.Name))).FirstOrDefault(token => token is ['-', _, ..]) is { } unknown)
            throw new WrongCall("wrong.option", verb.Name, unknown, string.Join(", ", verb.Options.Concat(Verb.Everywhere).Select(option => option.Name)));
        if (parsed.UnmatchedTokens is [var odd, ..])
            throw new WrongCall("wrong.operand", verb.Name, odd, Help.Usage(verb));
        if (parsed.Errors is [{ } error, ..])
            throw error.SymbolResult is System.CommandLine.Parsing.OptionResult option
                ? new WrongCall("wrong.value", option.Option.Name, Help.ValueOf(verb, option.Option.Name))
                : new WrongCall("wrong.usage", Help.Usage(verb));
        foreach (var operand in verb.Operands)
            if (operand.Required) call.Required(operand.Name);
        var exit = verb.Run(call);
        if (verb.AnswersInTables && call.Text("--validate") is null && call.Text("--cite") is null && call.Text("--format") is null or "table") call.Out.WriteLine($"\n{call.Wording.Say("data.version", call.DataVersion)}");
        return exit;
    }

    private static RootCommand Tree()
    {
        var root = new RootCommand();
        root.Options.Clear();
        root.Options.Add(new Option<bool>("--version"));
        foreach (var option in Verb.Everywhere) root.Options.Add(Of(option, recursive: true));
        foreach (var verb in Verbs.All)
        {
            var command = new Command(verb.Name);
            foreach (var operand in verb.Operands)
                command.Arguments.Add(operand.Many ? new Argument<string[]>(operand.Name) { Arity = ArgumentArity.ZeroOrMore } : new Argument<string>(operand.Name) { Arity = ArgumentArity.ZeroOrOne });
            foreach (var option in verb.Options) command.Options.Add(Of(option));
            root.Subcommands.Add(command);
        }
        return root;
    }

    private static System.CommandLine.Option Of(Option option, bool recursive = false) =>
        option.Value is null
            ? option.Name == "--help" ? new Option<bool>("--help", "-h", "-?") { Recursive = recursive } : new Option<bool>(option.Name) { Recursive = recursive }
            : new Option<string[]>(option.Name) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false, Recursive = recursive };

    private static string FromLocale(string? locale) =>
        Languages.FirstOrDefault(language => locale?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true) ?? "vi";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
