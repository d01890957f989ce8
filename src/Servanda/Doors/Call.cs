// One call of a verb: its arguments, turned into days, agreements and choices, or refused in one line.
using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Doors;

/// <summary>The arguments of a call and the surroundings it runs in. Every reader of a value throws <see cref="WrongCall"/> for one that is not allowed.</summary>
public sealed class Call(ParseResult parsed, Surroundings surroundings, Knowledge knowledge, Wording wording)
{
    public Surroundings Surroundings => surroundings;

    public Knowledge Knowledge => knowledge;

    /// <summary>The ledger of the call where it is being opened already.</summary>
    public OpeningLedger? Opening { get; init; }

    public Wording Wording => wording;

    public TextWriter Out => surroundings.Out;

    /// <summary>The version of the data that the answers rest on, as they name it.</summary>
    public string DataVersion => knowledge.Version[..12];

    /// <summary>The value of an option or operand as it stands; null where it is not given.</summary>
    public string? Text(string name) => Texts(name) is [.., var last] ? last : null;

    public IReadOnlyList<string> Texts(string name) => [.. parsed.GetResult(name)?.Tokens.Select(token => token.Value) ?? []];

    public bool Flag(string name) => parsed.GetResult(name) is System.CommandLine.Parsing.OptionResult { Implicit: false };

    public string Required(string operand) => Text(operand) ?? throw new WrongCall("wrong.missing", operand);

    /// <summary>One of the allowed words; the first of them where the option is not given.</summary>
    public string OneOf(string name, params IReadOnlyList<string> allowed)
    {
        var given = Text(name) ?? allowed[0];
        return allowed.Contains(given) ? given : throw new WrongCall("wrong.choice", name, given, string.Join(", ", allowed));
    }

    public LocalDate? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        var read = LocalDatePattern.Iso.Parse(text);
        return read.Success ? read.Value : throw new WrongCall("wrong.day", name, text);
    }

    /// <summary>The day in the world that is asked about: <c>--on</c>, else the day of the call.</summary>
    public LocalDate On() => Day("--on") ?? surroundings.Today;

    public Edtf? Date(string name) =>
        Text(name) is not { } text ? null : Edtf.TryParse(text, out var date) ? date : throw new WrongCall("wrong.date", name, text);

    /// <summary>A whole number from <paramref name="least"/> on.</summary>
    public int? Whole(string name, int least)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new WrongCall("wrong.number", name, text, least.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A length of time: <c>30d</c>, <c>6w</c>, <c>3m</c>, <c>1y</c>; a bare number is days.</summary>
    public Period? Length(string name)
    {
        if (Text(name) is not { } text) return null;
        var digits = text.TrimEnd('d', 'w', 'm', 'y');
        if (text.Length - digits.Length <= 1 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 9999)
            return text[digits.Length..] switch
            {
                "w" => Period.FromWeeks(count),
                "m" => Period.FromMonths(count),
                "y" when count <= 999 => Period.FromYears(count),
                "y" => throw new WrongCall("wrong.length", name, text),
                _ => Period.FromDays(count),
            };
        throw new WrongCall("wrong.length", name, text);
    }

    /// <summary>Tells every fault of files that the call names; with any, nothing of them is used.</summary>
    public void Refuse(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults) surroundings.Error.WriteLine(fault);
        if (faults.Count > 0) throw new WrongCall("wrong.data", faults.Count.ToString(CultureInfo.InvariantCulture));
    }

    public Agreement? Agreement(string name = "AGREEMENT") => Text(name) is { } id ? AgreementOf(id) : null;

    /// <summary>An agreement by its id, or by a name of its own in any language.</summary>
    public Agreement AgreementOf(string id) =>
        knowledge.Agreements.Find(id)
        ?? (knowledge.Agreements.Where(one => one.Names.Values.Any(names => names.Contains(id, StringComparer.OrdinalIgnoreCase))).ToList() is [var named] ? named : null)
        ?? throw new WrongCall("wrong.agreement", id, string.Join(", ", Nearest.To(id, knowledge.Agreements.Select(one => one.Id))));

    /// <summary>Actor codes of an option, separated by commas: as codes in any case, or by their names in either language.</summary>
    public IReadOnlyList<string> Actors(string name) =>
        [.. Texts(name).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(text => ActorOf(name, text))];

    public string? Actor(string name) => Actors(name) switch
    {
        [] => null,
        [var one] => one,
        var several => throw new WrongCall("wrong.one-actor", name, string.Join(", ", several)),
    };

    /// <summary>The code that a word means; <paramref name="option"/> is where it stands, for the line that refuses it.</summary>
    public string ActorOf(string option, string text)
    {
        var codes = ActorCodes.Of(knowledge);
        if (codes.Find(text) is { } code) return code;
        throw new WrongCall("wrong.actor", option, text, string.Join(", ", codes.NearestTo(text, wording)));
    }

    public bool AsJson => OneOf("--format", "table", "json") == "json";
}
