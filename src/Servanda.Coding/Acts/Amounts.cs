// The numbers that define an act.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Takes the quantities of a clause: the number of its object, and numbers with a unit that stand after the verb.</summary>
public static class Amounts
{
    /// <summary>How the roles of the words before a number begin in the grammar: <c>amount-from</c>, <c>amount-to</c> …</summary>
    private const string AmountRole = "amount-";

    public static IReadOnlyList<Quantity> Of(Candidate candidate, Sentence sentence, IReadOnlyList<Candidate> all, int end)
    {
        var amounts = new List<Quantity>();
        if (candidate.Thing is { Number: { } count } thing && Unit(thing.Class) is { } unit) amounts.Add(new(count, unit));
        var next = all.Where(one => one.First > candidate.First).Select(one => one.First).DefaultIfEmpty(sentence.Tokens.Count).Min();
        foreach (var number in sentence.Numbers)
        {
            if (number.First < candidate.First || number.Unit is null) continue;
            var role = Role(sentence, number.First);
            // "… tại trụ sở ở Brussels, Bỉ từ 20 người xuống còn 10 người": from and to belong to the verb however far they stand.
            if (number.First >= next || number.First >= end && role is not ("from" or "to")) continue;
            if (number.Most is { } most)
            {
                Add(amounts, new(number.Value, number.Unit, "min"));
                Add(amounts, new(most, number.Unit, "max"));
            }
            else
            {
                Add(amounts, new(number.Value, number.Unit, role));
            }
        }
        if (candidate.Frame.Act == "restrict-movement")
            foreach (var notice in Notices(candidate, sentence)) Add(amounts, notice);
        return amounts;
    }

    /// <summary>"… phải thông báo cho Bộ Ngoại giao trước 3 ngày": the notice that a restriction asks for, whatever verb it stands with.</summary>
    private static IEnumerable<Quantity> Notices(Candidate candidate, Sentence sentence)
    {
        foreach (var place in sentence.Dates)
            if (place.First >= candidate.First && place.Mention.Form is { Length: { } length, Unit: DateUnit.Hour or DateUnit.Day or DateUnit.Week } form && (form.Bound == DateBound.Before || Role(sentence, place.First) == "notice"))
                yield return new(length, form.Unit == DateUnit.Hour ? "hour" : form.Unit == DateUnit.Day ? "day" : "week", "notice");
    }

    private static void Add(List<Quantity> amounts, Quantity quantity)
    {
        var same = amounts.FindIndex(one => one.Value == quantity.Value && one.Unit == quantity.Unit);
        if (same < 0) amounts.Add(quantity);
        else if (amounts[same].Role is null) amounts[same] = quantity;
    }

    private static string? Unit(string kind) => kind switch
    {
        "diplomat" or "staff" or "attache" or "official" or "spy" or "citizen" or "prisoner" or "hostage" or "troops" or "journalist" => "person",
        "missile" => "missile",
        _ => null,
    };

    private static string? Role(Sentence sentence, int first)
    {
        foreach (var word in sentence.Words)
            if (word.Last == first && word.Entry is FunctionEntry function && function.Role.StartsWith(AmountRole, StringComparison.Ordinal)) return function.Role[AmountRole.Length..];
        return null;
    }
}
