// Which files a data folder may hold: a file that nothing reads would be passed over in silence.
using Servanda.Model;

namespace Servanda.Store;

internal static class KnownFiles
{
    private const string Allowed = "agreements/ID.yaml, messages/LANGUAGE/*.yaml, languages/LANGUAGE/…, actors/offices-held.yaml, acts.yaml, cameo.yaml, findings.yaml";

    private static readonly string[] OfLanguage = ["sets.yaml", "offices.yaml", "outlets.yaml", "nouns.yaml", "cues.yaml", "attribution.yaml", "grammar.yaml", "numbers.yaml", "units.yaml", "dates/rules.yaml", "actors.yaml", "frames.yaml"];

    /// <summary>Files in the folder itself, other than those that have a place there, are agreements.</summary>
    public static bool IsAgreement(string name) => name.StartsWith("agreements/", StringComparison.Ordinal) || !name.Contains('/') && name is not ("acts.yaml" or "cameo.yaml" or "findings.yaml");

    /// <summary>Files that findings rest on: see <see cref="Knowledge.TermsVersion"/>.</summary>
    public static bool IsOfTerms(string name) =>
        IsAgreement(name) || name is "acts.yaml" or "findings.yaml" || name.Split('/') is ["languages", _, "actors" or "actors.yaml", ..];

    public static void Check(DataFiles files, List<Fault> faults)
    {
        foreach (var name in files.Names)
            if (!IsKnown(name.Split('/'))) faults.Add(new(name, 1, 1, "a file that nothing reads", Allowed));
        if (!files.Names.Any()) faults.Add(new(".", 1, 1, "no data files", Allowed));
    }

    private static bool IsKnown(string[] parts) => parts switch
    {
        [_] => true,
        ["agreements", ..] => true,
        ["messages", _, ..] => parts.Length > 2,
        ["actors", "offices-held.yaml"] => true,
        ["languages", _, "actors" or "frames", ..] => true,
        ["languages", _, .. var rest] => OfLanguage.Contains(string.Join('/', rest)),
        _ => false,
    };
}
