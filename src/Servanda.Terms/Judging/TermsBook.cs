// All agreements and words that judging needs, with the record of each agreement worked out once.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>Knowledge for judging. Holds only what follows from the data files; safe to share between threads.</summary>
public sealed class TermsBook
{
    private readonly SortedDictionary<string, Record> records = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, IReadOnlyList<(string Name, string Code)>> actors = new(StringComparer.Ordinal);

    /// <param name="languages">Where they are known, actors are found by their names in sentences that no report was taken from.</param>
    public TermsBook(IReadOnlyList<Agreement> agreements, FindingWords words, IReadOnlyList<LanguagePack>? languages = null)
    {
        Words = words;
        foreach (var agreement in agreements) records[agreement.Id] = new(agreement);
        foreach (var pack in languages ?? [])
            actors[pack.Language] = [.. pack.Actors.SelectMany(actor => actor.Names.Select(name => (name, actor.Code))).Where(pair => pair.name.Length > 1).OrderByDescending(pair => pair.name.Length).ThenBy(pair => pair.name, StringComparer.Ordinal)];
    }

    /// <summary>The actors whose names stand in a text, in the order in which they first do; a name inside a longer one does not count.</summary>
    public IReadOnlyList<string> ActorsIn(string text, string? language)
    {
        if (language is null || !actors.TryGetValue(language, out var names)) return [];
        var found = new List<(int At, int End, string Code)>();
        foreach (var (name, code) in names)
            if (text.IndexOf(name, StringComparison.Ordinal) >= 0 && Cues.At(name, text) is >= 0 and var at && string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && !found.Any(other => at < other.End && other.At < at + name.Length))
                found.Add((at, at + name.Length, code));
        return [.. found.OrderBy(one => one.At).Select(one => one.Code).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The actor whose name the text ends with, and the text before it; null: none.</summary>
    public (string Code, string Before)? ActorAtEnd(string text, string? language)
    {
        text = text.TrimEnd();
        if (language is null || !actors.TryGetValue(language, out var names)) return null;
        foreach (var (name, code) in names)
            if (text.EndsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetterOrDigit(text[^(name.Length + 1)]))) return (code, text[..^name.Length].TrimEnd());
        return null;
    }

    /// <summary>The actor whose name the text begins with; null: none, or one that is only the first half of a pair ("NATO-Nga").</summary>
    public string? ActorAtStart(string text, string? language)
    {
        if (language is null || !actors.TryGetValue(language, out var names)) return null;
        foreach (var (name, code) in names)
            if (text.StartsWith(name, StringComparison.Ordinal)) return text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]) && !text[name.Length..].TrimStart().StartsWith('-') && !text[name.Length..].TrimStart().StartsWith('–') ? code : null;
        return null;
    }

    public FindingWords Words { get; }

    public IEnumerable<Agreement> Agreements => records.Values.Select(record => record.Agreement);

    public Agreement? Find(string? id) => id is not null && records.TryGetValue(id, out var record) ? record.Agreement : null;

    internal Record? RecordOf(string? id) => id is not null && records.TryGetValue(id, out var record) ? record : null;

    public bool IsOrganisation(string code) => Words.Organisations.Contains(code);

    /// <summary>What an agreement's own file establishes.</summary>
    internal sealed class Record(Agreement agreement)
    {
        private readonly Lazy<History> history = new(() => History.Of(agreement, Deeds.OfRegister(agreement, null), late: true));

        public Agreement Agreement => agreement;

        public History History => history.Value;

        /// <summary>The days on which a party got out, and the notices that led there.</summary>
        public IEnumerable<(LocalDate Day, PartyState State)> Exits(string party)
        {
            var bound = false;
            foreach (var (from, state) in History.Changes(party))
            {
                if (bound && state.Bound is null && (state.Out ?? state.Ended) is not null) yield return (from, state);
                bound = state.Bound is not null;
            }
        }

        /// <summary>The first of these acts, in the order in which they are asked for, that the party did on the date.</summary>
        public RegisterAct? ActOn(string party, Edtf date, params ReadOnlySpan<string> acts)
        {
            foreach (var sought in acts)
                foreach (var act in agreement.Register)
                    if (act.Act == sought && act.Parties.Contains(party) && act.Date.Meet(date) is not null) return act;
            return null;
        }
    }
}
