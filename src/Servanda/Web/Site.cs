// What all visits share: the knowledge, where the ledger is, and answers that are kept until the ledger changes.
using System.Collections.Concurrent;
using NodaTime;
using Servanda.Doing;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Web;

/// <summary>Safe for several visits at once: each opens the ledger for itself.</summary>
internal sealed class Site(Call call)
{
    private readonly Lazy<Pipeline> pipeline = new(() => new Pipeline(call.Knowledge));
    private readonly ConcurrentDictionary<string, (LedgerStatistics Of, object Answer)> kept = new(StringComparer.Ordinal);

    public Knowledge Knowledge => call.Knowledge;

    public Pipeline Pipeline => pipeline.Value;

    public Surroundings Surroundings => call.Surroundings;

    /// <summary>The ledger's place as the command was given it; null: the usual one.</summary>
    public string? LedgerName => call.Text("--ledger");

    public LocalDate Today() => call.Surroundings.Clock?.Invoke() ?? call.Surroundings.Today;

    public LedgerStore? OpenLedger() => Ledgers.IfThere(call);

    /// <summary>An answer that takes long, worked out once for each state of the ledger.</summary>
    public T Kept<T>(string name, LedgerStore ledger, Func<T> answer) where T : class
    {
        var now = ledger.Statistics();
        if (kept.TryGetValue(name, out var before) && before.Of == now) return (T)before.Answer;
        var made = answer();
        kept[name] = (now, made);
        return made;
    }

    public IReadOnlyList<Finding> Findings(LedgerStore? ledger) => ledger is null ? [] : Kept("findings", ledger, () => FindingsVerb.All(Knowledge, ledger));
}
