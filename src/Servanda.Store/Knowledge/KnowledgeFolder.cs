// Knowledge from data files: what they say, and all faults found in them.
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The outcome of reading data files. With faults there is no knowledge: nothing is half loaded.</summary>
public sealed record KnowledgeFolder(Knowledge? Knowledge, IReadOnlyList<Fault> Faults)
{
    public static bool Exists(string folder) => Directory.Exists(folder);

    /// <param name="under">The knowledge that the files are laid over: what they do not name stays, what they name is replaced. Null: they stand alone.</param>
    /// <param name="languages">How much of lexicons and frames is read too; without pages to read they are not needed.</param>
    public static KnowledgeFolder Read(DataFiles files, Knowledge? under = null, LanguageParts languages = LanguageParts.All)
    {
        var faults = new List<Fault>();
        var acts = Over(under?.Acts ?? [], ActFile.Read(files, "acts.yaml", faults), act => act.Id);
        var agreements = AgreementFiles.Read(files, "agreements", acts, faults, under?.Agreements).Select(file => file.Agreement).ToList();
        var messages = MessageFiles.Read(files, "messages", faults);
        var packs = LanguageFiles.ReadAll(files, acts.Select(act => act.Id).ToHashSet(), faults, languages);
        var offices = languages != LanguageParts.All ? null : HeldOfficesFile.Load(files, "actors/offices-held.yaml", faults);
        var cameo = CameoFile.Read(files, "cameo.yaml", faults);
        var findingWords = FindingWordFile.Read(files, "findings.yaml", faults);
        if (faults.Count > 0) return new(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)]);
        return new(new()
        {
            Version = under is null ? files.Hash : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{under.Version} {files.Hash}"))),
            Acts = acts,
            Cameo = cameo.Count > 0 || under is null ? cameo : under.Cameo,
            Agreements = Over(under?.Agreements ?? [], agreements, agreement => agreement.Id),
            Messages = Over(under?.Messages ?? MessageCatalogue.Empty, messages),
            Languages = Over(under?.Languages ?? [], packs, language => language.Language),
            Offices = offices ?? under?.Offices,
            FindingWords = findingWords.ByLanguage.Count > 0 || under is null ? findingWords : under.FindingWords,
        }, []);
    }

    /// <summary>All of <paramref name="under"/> that <paramref name="over"/> does not replace, then what it adds, in the order of ids where both have any.</summary>
    private static IReadOnlyList<T> Over<T>(IReadOnlyList<T> under, IReadOnlyList<T> over, Func<T, string> id)
    {
        if (under.Count == 0) return over;
        if (over.Count == 0) return under;
        var replaced = over.Select(id).ToHashSet(StringComparer.Ordinal);
        return [.. under.Where(one => !replaced.Contains(id(one))).Concat(over).OrderBy(id, StringComparer.Ordinal)];
    }

    private static MessageCatalogue Over(MessageCatalogue under, MessageCatalogue over)
    {
        if (under.Templates.Count == 0) return over;
        var all = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (language, templates) in under.Templates.Concat(over.Templates))
        {
            var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, template) in (all.GetValueOrDefault(language) ?? new Dictionary<string, string>()).Concat(templates)) merged[key] = template;
            all[language] = merged;
        }
        return new(all);
    }
}
