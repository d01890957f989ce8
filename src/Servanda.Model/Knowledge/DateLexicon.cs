// What a language's date files say: words, rules and the words that rule a date out.
namespace Servanda.Model;

/// <summary>Everything needed to find dates in one language. Plain data, so that it can be compiled and cached.</summary>
/// <param name="Numbers">Number words and how they build numbers.</param>
/// <param name="Lists">Word lists by name.</param>
/// <param name="Rules">In the order of the file: of two readings of the same length the earlier wins.</param>
/// <param name="Guards">Words that rule a reading out, by the name that rules give them.</param>
/// <param name="Joins">Words that join two dates into a list ("và", ","), and those that make a range of them ("đến", "-").</param>
public sealed record DateLexicon(
    string Language, IReadOnlyList<NumberWord> Numbers, IReadOnlyList<WordList> Lists, IReadOnlyList<DateRule> Rules, IReadOnlyList<DateGuard> Guards, DateJoins Joins)
{
    /// <summary>Words that tell whether a clause speaks of what is to come.</summary>
    public TenseWords Tense { get; init; } = new([], [], [], [], []);

    /// <summary>Words that a line, or a part of it, opens with which gives the day of publication: "Cập nhật lúc". A number sign at the end stands for a figure: "Số #".</summary>
    public IReadOnlyList<string> Stamps { get; init; } = [];

    /// <summary>Words that make a number of years exact to the day: "tròn 30 năm".</summary>
    public IReadOnlyList<string> Exactly { get; init; } = [];
}

/// <summary>Words that put their clause into the future; words that do so only for a date after them ("hạn chót"); words of the past; passives that are past unless a future word stands before them, and verbs of saying, which own a date before them.</summary>
public sealed record TenseWords(IReadOnlyList<string> Future, IReadOnlyList<string> Toward, IReadOnlyList<string> Past, IReadOnlyList<string> Passive, IReadOnlyList<string> Reporting);

/// <summary>Words that stand for one value each. A word with a capital letter is read only where the text has it too ("thứ Ba").</summary>
public sealed record WordList(string Name, IReadOnlyList<WordValue> Values);

/// <summary>A value of a list and the words for it.</summary>
public sealed record WordValue(string Value, IReadOnlyList<string> Words);

/// <summary>A way to write a date.</summary>
/// <param name="Words">The pattern: words and punctuation as written; <c>{name}</c> or <c>{name:type}</c> a number or a word of a list; <c>[ ]</c> what may be left out; <c>( | )</c> a choice.
/// Where the pattern has no space, the text must have none.</param>
/// <param name="Form">The meaning: fields parted by <c>;</c>, each left out when one of its slots is not filled.</param>
/// <param name="Guards">Names of guards that rule it out.</param>
/// <param name="Kind">Where it may stand.</param>
public sealed record DateRule(string Id, string Words, string Form, IReadOnlyList<string> Guards, DateRuleKind Kind);

/// <summary>Plain: a date anywhere. Bare: a date only after a word that announces one, in brackets, or joined to a date. Continuation: only joined to a date before it.
/// Before and After add to the date that they touch ("từ", "sáng"; "năm ngoái", "tới"). Ignore: read so that nothing else reads it.</summary>
public enum DateRuleKind { Plain, Bare, Continuation, Before, After, Ignore }

/// <summary>Words that, standing right before or right after, say that this is no date. Among those after, <see cref="Capital"/> stands for any word with a capital letter and
/// <see cref="Number"/> for any number in digits.</summary>
public sealed record DateGuard(string Name, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    public const string Capital = "{capital}", Number = "{number}";
}

/// <param name="Announce">Words after which a bare date may stand.</param>
public sealed record DateJoins(IReadOnlyList<string> List, IReadOnlyList<string> Range, IReadOnlyList<string> Announce);

/// <summary>How a number word builds a number: a digit; a tens word ("mười", "twenty"); a word that multiplies what stands before it ("mươi", "trăm", "nghìn"); a filler ("linh", "and").</summary>
public enum NumberRole { Digit, Tens, Scale, Filler }

/// <summary>Where in a number a word may stand: "năm" (5) only first or after a filler, since "mười năm" is ten years; "lăm", "mốt" only after tens.</summary>
public enum NumberPlace { Anywhere, First, Later }

/// <summary>A number word and what it adds.</summary>
public sealed record NumberWord(string Word, decimal Value, NumberRole Role, NumberPlace Place);
