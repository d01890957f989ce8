// The help of the command and of each verb, in the language of the screen.
using Servanda.Words;

namespace Servanda.Doors;

internal static class Help
{
    public static void Write(Call call)
    {
        var words = call.Wording;
        call.Out.WriteLine(words.Say("help.what"));
        call.Out.WriteLine();
        var shown = Verbs.All.Where(verb => !verb.Hidden).ToList();
        var width = shown.Max(verb => verb.Name.Length) + 2;
        foreach (var verb in shown) call.Out.WriteLine($"  {verb.Name.PadRight(width)}{words.Say($"verb.{verb.Name}")}");
        call.Out.WriteLine();
        call.Out.WriteLine(words.Say("help.start"));
        call.Out.WriteLine(words.Say("help.more"));
        call.Out.WriteLine(words.Say("help.exit"));
    }

    public static void Write(Call call, Verb verb)
    {
        var words = call.Wording;
        call.Out.WriteLine(Usage(verb));
        call.Out.WriteLine($"    {words.Say($"verb.{verb.Name}")}");
        call.Out.WriteLine();
        var options = verb.Options.Concat(Verb.Everywhere).Select(option => (Form: Form(option), Words: Words(verb, option, words))).ToList();
        var width = options.Max(option => option.Form.Length) + 2;
        foreach (var (form, said) in options) call.Out.WriteLine($"  {form.PadRight(width)}{said}");
    }

    /// <summary>The verb with its operands and options in one line, as in <c>servanda status [AGREEMENT] [--on DATE]</c>.</summary>
    public static string Usage(Verb verb)
    {
        var operands = verb.Operands.Select(operand => operand switch
        {
            { Required: true, Many: true } => $"{operand.Name}…",
            { Required: true } => operand.Name,
            { Many: true } => $"[{operand.Name}…]",
            _ => $"[{operand.Name}]",
        });
        return string.Join(' ', ["servanda", verb.Name, .. operands, .. verb.Options.Select(option => $"[{Form(option)}]")]);
    }

    /// <summary>Of the option of this verb where it has words of its own, else of the option in general.</summary>
    private static string Words(Verb verb, Option option, Wording words)
    {
        var name = option.Name.TrimStart('-');
        var own = $"option-of.{verb.Name}.{name}";
        return words.SayOr(own, "") is { Length: > 0 } said ? said : words.Say($"option.{name}");
    }

    public static string ValueOf(Verb verb, string option) => verb.Options.Concat(Verb.Everywhere).First(one => one.Name == option).Value ?? "";

    private static string Form(Option option) => option.Value is null ? option.Name : $"{option.Name} {option.Value}";
}
