// What a language's unit file says: what numbers count, and how they are hedged.
namespace Servanda.Model;

/// <summary>How a number is meant.</summary>
public enum NumberSense { Exact, Approximate, AtLeast, AtMost }

/// <summary>A unit (person, km, money:USD …), the words after a number that name it, and the signs before a number that do.</summary>
public sealed record UnitWords(string Unit, IReadOnlyList<string> Words, IReadOnlyList<string> Before);

/// <summary>Words that hedge a number, before or after it.</summary>
public sealed record SenseWords(NumberSense Sense, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>Everything needed to read numbers with their units in one language.</summary>
/// <param name="Classifiers">Words that may stand between number and unit.</param>
/// <param name="Range">Between the ends of a range; <paramref name="Change"/> between what a number goes from and to.</param>
/// <param name="NotBefore">Words after which a number word is none; <paramref name="Names"/> after which digits are none either.</param>
public sealed record UnitLexicon(
    IReadOnlyList<NumberWord> Numbers, IReadOnlyList<UnitWords> Units, IReadOnlyList<string> Classifiers, IReadOnlyList<SenseWords> Senses,
    IReadOnlyList<string> Range, IReadOnlyList<string> Change, IReadOnlyList<string> NotBefore, IReadOnlyList<string> Names);
