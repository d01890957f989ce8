// Knowledge from data files: what they say, and all faults found in them.
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The outcome of reading data files. With faults there is no knowledge: nothing is half loaded.</summary>
public sealed record KnowledgeFolder(Knowledge? Knowledge, IReadOnlyList<Fault> Faults)
{
    /// <summary>The agreements' files with the examples beside them, by id; none of files that are known to be free of faults, since nobody runs their examples again.</summary>
    public IReadOnlyList<AgreementFile> Agreements { get; init; } = [];

    /// <summary>Whether there is such a folder, or a file.</summary>
    public static bool Exists(string path) => Directory.Exists(path) || File.Exists(path);

    /// <param name="under">The knowledge that the files are laid over: what they do not name stays, what they name is replaced. Null: they stand alone.</param>
    /// <param name="languages">How much of lexicons and frames is read too; without pages to read they are not needed.</param>
    public static KnowledgeFolder Read(DataFiles files, Knowledge? under = null, LanguageParts languages = LanguageParts.All)
    {
        var faults = new List<Fault>();
        KnownFiles.Check(files, faults);
        var acts = Over(under?.Acts ?? [], ActFile.Read(files, "acts.yaml", faults), act => act.Id);
        var alone = files.AreChecked && under is null;
        var agreements = alone ? [] : AgreementFiles.Read(files, files.Names.Where(KnownFiles.IsAgreement), acts, faults, under?.Agreements ?? []);
        var messages = MessageFiles.Read(files, "messages", faults, under?.Messages);
        var packs = LanguageFiles.ReadAll(files, acts.Select(act => act.Id).ToHashSet(), faults, languages, under?.Languages);
        var offices = languages != LanguageParts.All ? null : HeldOfficesFile.Load(files, "actors/offices-held.yaml", faults);
        var (outlets, creditWords) = LanguageFiles.Newsrooms(files, faults);
        var cameo = CameoFile.Read(files, "cameo.yaml", faults);
        var findingWords = FindingWordFile.Read(files, "findings.yaml", faults);
        if (faults.Count > 0) return new(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)]);
        return new(new()
        {
            Version = under is null || under.Version == files.Hash ? files.Hash : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{under.Version} {files.Hash}"))),
            TermsVersion = string.Join(' ', files.Names.Where(KnownFiles.IsOfTerms).Select(name => $"{name}:{files.HashOf(name)}").Prepend(under?.TermsVersion).OfType<string>()),
            Acts = acts,
            Cameo = cameo.Count > 0 || under is null ? cameo : under.Cameo,
            Agreements = alone ? AgreementFiles.Registry(files, acts) : Over(under?.Agreements ?? [], [.. agreements.Select(file => file.Agreement)], agreement => agreement.Id),
            Messages = Over(under?.Messages ?? MessageCatalogue.Empty, messages),
            Languages = Over(under?.Languages ?? [], [.. packs.Select(pack => under?.Languages.FirstOrDefault(one => one.Language == pack.Language) is { } below ? below.With(pack) : pack)], pack => pack.Language),
            Outlets = under is null ? outlets : [.. outlets, .. under.Outlets.ExceptBy(outlets.Select(outlet => outlet.Id), outlet => outlet.Id, StringComparer.Ordinal)],
            CreditWords = (under?.CreditWords ?? CreditWords.None).With(creditWords),
            Offices = (under?.Offices, offices) switch { ({ } below, { } own) => below.With(own), (var below, var own) => own ?? below },
            FindingWords = findingWords.ByLanguage.Count > 0 || under is null ? findingWords : under.FindingWords,
        }, [])
        { Agreements = agreements };
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
