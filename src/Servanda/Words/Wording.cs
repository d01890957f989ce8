// Says messages, dates, actors and numbers in the language of the screen.
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Servanda.Model;

namespace Servanda.Words;

/// <summary>The words of one language; for any number of threads, and the more is said by one the cheaper it is: templates are cut once. A name that the knowledge lacks is said as its code; a message that the catalogue lacks is an error of the program and throws.</summary>
public sealed partial class Wording(Knowledge knowledge, string language)
{
    private readonly IReadOnlyDictionary<string, string> templates = knowledge.Messages.In(language);

    private readonly ConcurrentDictionary<string, IReadOnlyList<TemplatePart>> cut = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> agreements = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> acts = new(() => knowledge.Acts.Where(act => act.Names.ContainsKey(language)).DistinctBy(act => act.Id).ToDictionary(act => act.Id, act => act.Names[language], StringComparer.Ordinal));

    public string Language => language;

    public string Say(string key, params IReadOnlyList<string> arguments)
    {
        if (!templates.TryGetValue(key, out var template)) throw new KeyNotFoundException($"No message has the key '{key}' in '{language}'.");
        if (!template.Contains('{')) return template;
        var said = new StringBuilder();
        var last = "";
        foreach (var part in cut.GetOrAdd(key, Cut, template))
        {
            if (part.Argument is not { } number) said.Append(part.Text);
            else if (number < arguments.Count)
            {
                said.Append(Argument(part, arguments[number], ofOne: last == "1"));
                last = arguments[number];
            }
            else throw new ArgumentException($"The message '{key}' wants argument {number} and was given {arguments.Count}.", nameof(arguments));
        }
        return said.ToString();
    }

    public string Say(Message message) => Say(message.Key, message.Arguments);

    /// <summary>The message with this key where there is one, else <paramref name="otherwise"/>.</summary>
    public string SayOr(string key, string otherwise) => templates.ContainsKey(key) ? Say(key) : otherwise;

    /// <summary>The names of actor codes, joined with commas.</summary>
    public string Actors(IEnumerable<string> codes) => string.Join(", ", codes.Select(Actor));

    /// <summary>An actor by its name; who tells something without being one, a paper or an agency, as it is written, and a page of no known paper by the beginning of its hash.</summary>
    public string Actor(string code) => IsPage(code) ? Say("account.page", code[..12]) : SayOr($"actor.{code}", code);

    private static bool IsPage(string code) => code.Length == 64 && code.All(char.IsAsciiHexDigitLower);

    public string Agreement(string id) => agreements.GetOrAdd(id, NameOf);

    private string NameOf(string agreement) =>
        knowledge.Agreements.Find(agreement)?.Names is { } names && (names.GetValueOrDefault(language) ?? names.GetValueOrDefault("en") ?? names.Values.FirstOrDefault()) is [var name, ..] ? name : agreement;

    public string Act(string id) => acts.Value.GetValueOrDefault(id, id);

    /// <summary>A place in an agreement's text as it is cited: <c>Article XV(2)</c>, <c>Annex A, III</c>, <c>VCLT, Article 60</c>; what is none of these is left as the file has it.</summary>
    public string Article(string place) =>
        Annex().Match(place) is { Success: true } annex ? Say("reason.annex", annex.Groups[1].Value)
        : OfAnother().Match(place) is { Success: true } other ? Say("reason.article-of", other.Groups[1].Value, other.Groups[2].Value)
        : Numbered().IsMatch(place) ? Say("reason.article", place) : place;

    public string Number(string digits) =>
        decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? Number(value) : digits;

    public string Number(decimal value)
    {
        var text = value.ToString("#,0.####", CultureInfo.InvariantCulture);
        return language == "vi" ? text.Replace(',', ' ').Replace('.', ',').Replace(' ', '.') : text;
    }

    public string Date(LocalDate day) => Date(Edtf.Of(day));

    /// <summary>A date in words; what has no shorter form is said as an interval.</summary>
    public string Date(Edtf date)
    {
        if (date.Earliest is not { } first) return date.Latest is { } until ? Say("date.until", Day(until)) : date.Text;
        if (date.Latest is not { } last) return Say("date.since", Day(first));
        var said = first == last ? Day(first)
            : IsYear(first, last) ? Say("date.year", first.Year.ToString(CultureInfo.InvariantCulture))
            : first.Day == 1 && last == first.With(DateAdjusters.EndOfMonth) ? Month(first)
            : Say("date.between", Day(first), Day(last));
        return date.Approximate ? Say("date.about", said) : said;
    }

    /// <summary>A date as a clause takes it up, with its preposition: <c>on 8 April 2010</c>, <c>in April 2010</c>.</summary>
    public string When(Edtf date)
    {
        if (date.Earliest is not { } first || date.Latest is not { } last || date.Approximate) return Date(date);
        if (first == last) return Say("date.when-day", Date(date));
        var isMonth = first.Day == 1 && last == first.With(DateAdjusters.EndOfMonth);
        return isMonth || IsYear(first, last) ? Say("date.when-month", Date(date)) : Date(date);
    }

    private static bool IsYear(LocalDate first, LocalDate last) => first == new LocalDate(first.Year, 1, 1) && last == new LocalDate(first.Year, 12, 31);

    private string Day(LocalDate day) => Say("date.day", day.Day.ToString(CultureInfo.InvariantCulture), MonthName(day.Month), day.Year.ToString(CultureInfo.InvariantCulture));

    private string Month(LocalDate day) => Say("date.month", MonthName(day.Month), day.Year.ToString(CultureInfo.InvariantCulture));

    private string MonthName(int month) => Say($"date.month-{month.ToString(CultureInfo.InvariantCulture)}");

    private IReadOnlyList<TemplatePart> Cut(string key, string template) =>
        TemplatePart.TryCut(template, out var parts, out var fault) ? parts : throw new FormatException($"The message '{key}' in '{language}' has {fault}.");

    /// <param name="ofOne">Whether the argument before it is the number one: then a unit of measure or of time is said in the singular, where the language has one.</param>
    private string Argument(TemplatePart part, string argument, bool ofOne) => part.Kind switch
    {
        "" => argument,
        "actor" => Actors(argument.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        "agreement" => Agreement(argument),
        "act" => Act(argument),
        "date" => Edtf.TryParse(argument, out var date) ? Date(date) : argument,
        "when" => argument.Length == 0 ? Say("date.when-none") : Edtf.TryParse(argument, out var when) ? When(when) : argument,
        "number" => Number(argument),
        "unit" => Unit("unit", argument, ofOne),
        "word" when part.Detail == "term" => Unit("term", argument, ofOne),
        "word" => SayOr($"{part.Detail}.{argument}", argument),
        "plural" => Plural(part.Detail, argument),
        _ => throw new FormatException($"The kind '{part.Kind}' of an argument is none of: {string.Join(", ", TemplatePart.Kinds.Skip(1))}."),
    };

    private string Unit(string family, string unit, bool ofOne) => ofOne && templates.ContainsKey($"{family}-one.{unit}") ? Say($"{family}-one.{unit}") : SayOr($"{family}.{unit}", unit);

    private static string Plural(string forms, string argument)
    {
        var colon = forms.IndexOf(':');
        if (colon < 0) return forms;
        return argument is "1" or "-1" ? forms[..colon] : forms[(colon + 1)..];
    }

    [GeneratedRegex("^Annex (.+)$")]
    private static partial Regex Annex();

    [GeneratedRegex(@"^([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*) ((?:[0-9]|[IVX]+\().*)$")]
    private static partial Regex OfAnother();

    [GeneratedRegex("^(?:[0-9]|[IVX]+(?:[(,]|$)|[A-Z]$|[IVX]+[.])")]
    private static partial Regex Numbered();
}
