// By what reports that are told alike are known: all that merging looks at but the page.
using System.Globalization;
using System.Text;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>Reports with the same key match the same reports of other pages, and are equally like any of them.</summary>
internal static class ToldAlike
{
    /// <summary>What stands between two parts of a key: a character that no name, number or date holds.</summary>
    private const char End = '\u0001', Next = '\u0002';

    public static string Key(Report report)
    {
        var key = new StringBuilder(160);
        key.Append(report.Act).Append(End).Append((char)('a' + (int)report.Status)).Append((char)('a' + (int)report.Polarity)).Append((char)('a' + (int)report.Word)).Append(End);
        key.AppendJoin(Next, report.Source).Append(End).AppendJoin(Next, report.Target).Append(End).Append(report.Agreement).Append(End).Append(report.Object).Append(End).Append(report.Person).Append(End);
        key.Append(report.Speaker).Append(End).AppendJoin(Next, report.Via).Append(End).Append(report.Date?.Text).Append(End);
        if (Anchor.Of(report) is { } anchor) key.Append(CultureInfo.InvariantCulture, $"{anchor.First} {anchor.Last} {anchor.Dated}");
        key.Append(End).Append(Matching.DayOfYear(report)).Append(Matching.IsLookedBackOn(report) ? '<' : ' ');
        foreach (var quantity in report.Quantities) key.Append(End).Append(CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit} {quantity.Role}");
        return key.ToString();
    }
}
