// Reads data/cameo.yaml: the CAMEO codes that acts stand under, with label and scale.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Store;

public static class CameoFile
{
    /// <summary>The codes by their digits; none where there is no such file, or where it has faults.</summary>
    public static IReadOnlyDictionary<string, CameoCode> Read(DataFiles files, string name, List<Fault> faults)
    {
        var codes = new SortedDictionary<string, CameoCode>(StringComparer.Ordinal);
        if (!files.In(name).Any()) return codes;
        var found = new DataFaults(name);
        var root = files.Root(name, found);
        root.Allow("codes");
        foreach (var (code, node) in root["codes"].Entries())
        {
            node.Allow("label", "scale");
            if (code.Length is < 2 or > 4 || !code.All(char.IsAsciiDigit)) node.Fault($"the code '{code}'", "two to four digits");
            var scale = node["scale"].Required("a number from -10 to 10");
            if (!decimal.TryParse(scale, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) || value is < -10 or > 10) node["scale"].Fault($"'{scale}'", "a number from -10 to 10");
            codes[code] = new(code, node["label"].Required("CAMEO's label"), value);
        }
        faults.AddRange(found.All);
        return codes;
    }
}
