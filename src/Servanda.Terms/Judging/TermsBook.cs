// All agreements and words that judging needs, with the record of each agreement worked out once.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>Knowledge for judging. Holds only what follows from the data files; safe to share between threads.</summary>
public sealed class TermsBook
{
    private readonly SortedDictionary<string, Record> records = new(StringComparer.Ordinal);

    public TermsBook(IReadOnlyList<Agreement> agreements, FindingWords words)
    {
        Words = words;
        foreach (var agreement in agreements) records[agreement.Id] = new(agreement);
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
