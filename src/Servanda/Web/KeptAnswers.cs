// Answers as they were worked out, kept until the ledger changes: what many ask for at once, or one after the other, is worked out once.
namespace Servanda.Web;

/// <summary>Bounded by weight: there are late answers and early ones; when the late ones weigh too much they become the early ones, and those before them go. What failed is not kept.</summary>
/// <param name="most">The weight of all, about.</param>
internal sealed class KeptAnswers<T>(long most, Func<T, long> weightOf)
{
    private readonly Lock gate = new();
    private Dictionary<string, (string Of, Task<T> Answer)> late = new(StringComparer.Ordinal), early = new(StringComparer.Ordinal);
    private long weight;

    /// <param name="key">All that the answer depends on, but the ledger.</param>
    /// <param name="stamp">The state of the ledger.</param>
    public Task<T> Of(string key, string stamp, Func<Task<T>> make)
    {
        lock (gate)
        {
            if (late.TryGetValue(key, out var known) && known.Of == stamp) return known.Answer;
            if (early.Remove(key, out known) && known.Of == stamp)
            {
                Keep(key, known);
                if (known.Answer.IsCompletedSuccessfully) Weigh(known.Answer.Result);
                return known.Answer;
            }
            var mine = make();
            Keep(key, (stamp, mine));
            _ = mine.ContinueWith(done => Done(key, done), TaskScheduler.Default);
            return mine;
        }
    }

    private void Keep(string key, (string, Task<T>) entry) => late[key] = entry;

    private void Done(string key, Task<T> answer)
    {
        lock (gate)
        {
            if (answer.IsCompletedSuccessfully) Weigh(answer.Result);
            else
                foreach (var answers in (Dictionary<string, (string Of, Task<T> Answer)>[])[late, early])
                    if (answers.TryGetValue(key, out var known) && known.Answer == answer) answers.Remove(key);
        }
    }

    private void Weigh(T answer)
    {
        weight += weightOf(answer);
        if (weight <= most / 2) return;
        (early, late, weight) = (late, new(StringComparer.Ordinal), 0);
    }
}
