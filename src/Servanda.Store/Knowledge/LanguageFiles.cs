// Reads the data files of a language into a language pack; every fault of every file is reported.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>How much of the languages is read: nothing, the names of actors, or all that reading pages takes.</summary>
public enum LanguageParts { None, Names, All }

/// <summary>The loader of <c>data/languages/LANGUAGE</c>.</summary>
public static class LanguageFiles
{
    /// <summary>Reads every language below <c>languages</c>, in the order of their codes.</summary>
    /// <param name="under">The packs that these are laid over: their sets of words may be used here too.</param>
    public static IReadOnlyList<LanguagePack> ReadAll(DataFiles files, IReadOnlySet<string> acts, List<Fault> faults, LanguageParts parts = LanguageParts.All, IReadOnlyList<LanguagePack>? under = null) => parts switch
    {
        LanguageParts.None => [],
        LanguageParts.Names => files.FoldersIn("languages").Select(language => new LanguagePack { Language = language, Actors = Actors(files, language, faults) }).ToList(),
        _ => files.FoldersIn("languages").Select(language => Read(files, language, acts, faults, under?.FirstOrDefault(pack => pack.Language == language)?.Sets)).ToList(),
    };

    private static IReadOnlyList<ActorWords> Actors(DataFiles files, string language, List<Fault> faults) => All(files, $"languages/{language}/actors", "actors", Actor, faults, null);

    private static readonly string[] Header = ["source", "checked", "note"];

    /// <summary>Reads all files of a language. Where <paramref name="faults"/> is not empty afterwards the pack must not be used.</summary>
    /// <param name="language">Its ISO 639-1 code; its files stand in <c>languages/CODE</c>.</param>
    /// <param name="acts">The acts that frames may name; empty allows any.</param>
    public static LanguagePack Read(DataFiles data, string language, IReadOnlySet<string> acts, List<Fault> faults, IReadOnlyDictionary<string, IReadOnlyList<string>>? under = null)
    {
        var folder = $"languages/{language}/";
        var sets = WordSets.Read(data, folder + "sets.yaml", under, faults);
        List<T> Each<T>(string name, string key, Func<DataNode, T?> read, string? also = null) where T : class => All(data, folder + name, key, read, faults, also);
        return new()
        {
            Language = language,
            Sets = sets.Forms,
            Actors = Actors(data, language, faults),
            Offices = Each("offices.yaml", "offices", Office),
            Outlets = Each("outlets.yaml", "outlets", Outlet, "credits"),
            Nouns = Each("nouns.yaml", "nouns", node => Noun(node, sets)),
            Frames = Each("frames", "frames", node => Frame(node, acts, sets)),
            Cues = Each("cues.yaml", "cues", node => Cue(node, sets)),
            Attributions = Each("attribution.yaml", "attribution", node => Attribution(node, sets)),
            Functions = Each("grammar.yaml", "functions", node => Function(node, sets), "chains"),
            Chains = Each("grammar.yaml", "chains", Chain, "functions"),
            Dates = data.In($"{folder}dates").Any() ? DateLexiconFiles.Load(data, folder, faults) : null,
            Units = data.In($"{folder}units.yaml").Any() ? UnitLexiconFile.Load(data, folder, faults) : null,
        };
    }

    /// <summary>The items of a file, or of the files of a folder in ordinal order; nothing where neither exists.</summary>
    private static List<T> All<T>(DataFiles data, string name, string key, Func<DataNode, T?> read, List<Fault> faults, string? also) where T : class
    {
        var all = new List<T>();
        foreach (var file in data.In(name))
        {
            var found = new DataFaults(file);
            var root = data.Root(file, found);
            root.Allow([key, also ?? key, .. Header]);
            foreach (var item in root[key].Items())
                if (read(item) is { } one) all.Add(one);
            faults.AddRange(found.All.Where(fault => !faults.Contains(fault)));
        }
        return all;
    }

    private static ActorWords Actor(DataNode node)
    {
        node.Allow("code", "names", "capital", "seats", "demonyms", "abbreviations", "aliases", "ambiguous", "agreement", "not", "places", "nouns", "families", "home_of", "armed");
        var code = node["code"].Required("an ISO 3166-1 alpha-3 code or an organisation's short name");
        var isState = !node["abbreviations"].Exists && !node["aliases"].Exists;
        return new(
            code, isState, [.. node["names"].Texts(), .. node["abbreviations"].Texts()], node["capital"].Texts(), node["seats"].Texts(), node["demonyms"].Texts(),
            node["aliases"].Texts(), node["ambiguous"].Items().Select(Ambiguity).ToList(), node["not"].Texts(), node["agreement"].Text())
        {
            Places = node["places"].Texts(),
            Nouns = node["nouns"].Texts(),
            Families = node["families"].Texts(),
            HomeOf = node["home_of"].Text(),
            IsArmed = node["armed"].Flag(),
        };
    }

    private static Ambiguity Ambiguity(DataNode node)
    {
        node.Allow("form", "other", "not_before", "not_after", "only_after", "only_paired", "place", "or", "near", "own");
        return new(
            node["form"].Required("one of the actor's forms"), node["not_before"].Texts(), node["not_after"].Texts(), node["only_after"].Texts(),
            node["only_paired"].Flag(), node["place"].Flag())
        {
            Namesake = node["or"].Text() is { } other ? new(other, node["near"].Texts(), node["own"].Texts()) : null,
        };
    }

    private static OfficeWords Office(DataNode node)
    {
        node.Allow("class", "forms", "acts_for", "code", "not_in", "only_in", "stated", "not");
        return new(node["class"].Required("leader, official, body, …"), node["forms"].Texts(), node["code"].Text(), node["not"].Texts(), node["acts_for"].Text() == "organisation") { NotIn = node["not_in"].Texts(), OnlyIn = node["only_in"].Texts(), IsStated = node["stated"].Text() == "true" };
    }

    private static OutletWords Outlet(DataNode node)
    {
        node.Allow("id", "names", "marks", "hosts", "kind", "country", "not");
        return new(
            node["id"].Required("a short id, as reuters"), node["names"].Texts(), node["kind"].Required("agency, paper, broadcaster or site"), node["not"].Texts(), node["marks"].Texts(), node["hosts"].Texts());
    }

    /// <summary>The outlets of all languages and the words beside them; needed even where no page is read, for who tells decides what counts as independent.</summary>
    public static (IReadOnlyList<OutletWords> Outlets, CreditWords Words) Newsrooms(DataFiles data, List<Fault> faults)
    {
        var (outlets, words) = (new List<OutletWords>(), CreditWords.None);
        foreach (var name in data.FoldersIn("languages").Select(language => $"languages/{language}/outlets.yaml").Where(name => data.In(name).Any()))
        {
            outlets.AddRange(All(data, name, "outlets", Outlet, faults, "credits"));
            var found = new DataFaults(name);
            var credits = data.Root(name, found)["credits"];
            credits.Allow("opens", "closes", "begins", "ends", "nobody");
            words = words.With(new(credits["opens"].Texts(), credits["closes"].Texts(), credits["begins"].Texts(), credits["ends"].Texts(), credits["nobody"].Texts()));
            faults.AddRange(found.All.Where(fault => !faults.Contains(fault)));
        }
        return ([.. outlets.DistinctBy(outlet => outlet.Id, StringComparer.Ordinal)], words);
    }

    private static NounWords Noun(DataNode node, WordSets sets)
    {
        node.Allow("class", "forms", "not");
        return new(node["class"].Required("a class of nouns, as treaty or embassy"), sets.Texts(node["forms"]), sets.Texts(node["not"]));
    }

    private static Frame Frame(DataNode node, IReadOnlySet<string> acts, WordSets sets)
    {
        node.Allow("id", "act", "form", "stance", "heads", "objects", "source", "target", "agreement", "status", "embedded", "phrases", "not");
        var act = node["act"].Required("an act of data/acts.yaml");
        if (acts.Count > 0 && act != "" && !acts.Contains(act)) node["act"].Fault($"'{act}'", string.Join(", ", acts.Order(StringComparer.Ordinal)));
        var heads = sets.Texts(node["heads"]);
        if (!node["heads"].Exists) node.Missing("heads: the words that trigger the frame");
        if (!node["phrases"].Exists) node.Missing("phrases: at least one phrase that the frame reads");
        return new(
            node["id"].Required("an id, as vi.withdraw.rut-khoi"), act, node["form"].OneOf("verb", "light-verb", "idiom", "noun", "predicate") ?? "verb", node["stance"].Flag(),
            heads, node["objects"].Texts(), Slot(node["source"]), Slot(node["target"]),
            node["agreement"].OneOf("needed", "optional", "gives") switch
            {
                "needed" => AgreementNeed.Needed,
                "optional" => AgreementNeed.Optional,
                "gives" => AgreementNeed.Gives,
                _ => AgreementNeed.None,
            },
            node["status"].OneOf("occurred", "intended", "conditional", "alleged", "ongoing") switch
            {
                "intended" => ReportStatus.Intended,
                "conditional" => ReportStatus.Conditional,
                "alleged" => ReportStatus.Alleged,
                "ongoing" => ReportStatus.Ongoing,
                _ => ReportStatus.Occurred,
            },
            node["embedded"].OneOf("factive", "intended", "dropped") switch
            {
                "factive" => Embedding.Factive,
                "intended" => Embedding.Intended,
                "dropped" => Embedding.Dropped,
                _ => Embedding.Unsaid,
            },
            node["phrases"].Texts(), sets.Texts(node["not"], heads));
    }

    private static Slot Slot(DataNode node) => node.Text() switch
    {
        null => Model.Slot.None,
        "subject" => Model.Slot.Subject,
        "parties" => Model.Slot.Parties,
        "owner" => Model.Slot.Owner,
        "agent-after-bị" or "agent" => Model.Slot.Agent,
        "speaker" => Model.Slot.Speaker,
        "object" => Model.Slot.Object,
        "owner-of-object" => Model.Slot.OwnerOfObject,
        "với" or "with" => Model.Slot.With,
        "cho" or "to" => Model.Slot.To,
        "tại" or "at" => Model.Slot.At,
        "khỏi" or "from" => Model.Slot.From,
        "đối với" or "towards" => Model.Slot.Towards,
        var other => node.Fault($"'{other}'", "subject, parties, owner, agent, speaker, object, owner-of-object, with, to, at, from, towards (in Vietnamese packs agent-after-bị, với, cho, tại, khỏi, đối với)") ? default : Model.Slot.None,
    };

    private static CueWords Cue(DataNode node, WordSets sets)
    {
        node.Allow("id", "cue", "scope", "heads", "embedded", "phrases", "not");
        var heads = sets.Texts(node["heads"]);
        return new(
            node["id"].Required("an id"), node["cue"].Required("negation, future, …"), node["scope"].OneOf("next-verb", "clause", "sentence", "date") ?? "clause",
            heads, node["phrases"].Texts(), sets.Texts(node["not"], heads));
    }

    private static AttributionWords Attribution(DataNode node, WordSets sets)
    {
        node.Allow("id", "kind", "heads", "phrases", "not");
        var heads = sets.Texts(node["heads"]);
        return new(node["id"].Required("an id"), node["kind"].Required("verb, theo, outlet, …"), heads, node["phrases"].Texts(), sets.Texts(node["not"], heads));
    }

    private static FunctionWords Function(DataNode node, WordSets sets)
    {
        node.Allow("role", "forms");
        return new(node["role"].Required("a role, as owner or passive"), sets.Texts(node["forms"]));
    }

    private static ChainRule Chain(DataNode node)
    {
        node.Allow("id", "heads", "acts", "becomes", "status", "phrases");
        return new(
            node["id"].Required("an id"), node["heads"].Texts(), node["acts"].Texts(), node["becomes"].Required("an act, or same"),
            node["status"].OneOf("occurred", "intended", "conditional", "alleged") switch
            {
                null => null,
                "intended" => ReportStatus.Intended,
                "conditional" => ReportStatus.Conditional,
                "alleged" => ReportStatus.Alleged,
                _ => ReportStatus.Occurred,
            },
            node["phrases"].Texts());
    }
}
