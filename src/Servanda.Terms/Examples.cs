// The examples beside an agreement's file, held against what its terms give.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Terms;

public static class Examples
{
    /// <summary>What the terms give, and what the example says that they do; nothing where they agree.</summary>
    public static IReadOnlyList<(string Found, string Expected)> Failures(Agreement agreement, AgreementExample example)
    {
        var query = new StatusQuery(example.On, example.KnownAt, Basis.Register);
        var answer = Statuses.Of(agreement, [], query, example.Party, example.Towards).FirstOrDefault(each => each.Towards == example.Towards);
        if (answer is null) return [("no answer", "a party of the agreement")];
        var failures = new List<(string, string)>();
        if (example.Status is { } status && status != answer.Status) failures.Add((answer.Status.Word(), status.Word()));
        if (example.Ends is { } ends && !answer.Clocks.Any(clock => clock.What == "withdrawal" && clock.Ends == ends))
            failures.Add((string.Join(", ", answer.Clocks.Select(clock => $"{clock.What} {(clock.Ends is { } end ? Edtf.Iso(end) : "…")}").DefaultIfEmpty("no clock")), $"withdrawal {Edtf.Iso(ends)}"));
        if (example.Limit is { } limit && answer.Limits.FirstOrDefault(each => each.What == limit && !each.Conditional)?.Value is var value && value != example.Value)
            failures.Add(($"{limit} {Number(value)}", $"{limit} {Number(example.Value)}"));
        if (example.Contested is { } contested && contested != answer.Contested) failures.Add((answer.Contested ? "contested" : "not contested", contested ? "contested" : "not contested"));
        if (example.Expected is { } expected && expected != answer.Expected) failures.Add((answer.Expected ? "expected" : "not expected", expected ? "expected" : "not expected"));
        return failures;
    }

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "none";
}
