// Which actor codes are those of states.
using Servanda.Model;

namespace Servanda.Output.Exports;

internal static class States
{
    /// <summary>Three capital letters (ISO 3166-1 alpha-3, with former states) that are no organisation's short name.</summary>
    public static bool Has(string code, Knowledge knowledge) => code.Length == 3 && code.All(char.IsAsciiLetterUpper) && !knowledge.FindingWords.Organisations.Contains(code);
}
