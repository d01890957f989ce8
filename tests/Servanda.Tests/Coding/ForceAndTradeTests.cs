// Force, trade as a weapon, refusals, talks and aid in the press's many ways, and their near neighbours in sport, crime and business, held by ratchets.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class ForceAndTradeTests
{
    /// <summary>Of the sentences that tell of an act, the share read with the right act, source and target. When first coded it was between 0.30 (attack) and 0.66 (negotiate).</summary>
    private const double LeastRight = 0.8;

    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static readonly List<string[]> Rows = [.. File.ReadLines(Path.Combine(Vietnamese.Root(), "tests", "corpus", "sentences", "force-and-trade.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    [Fact]
    public void Force_and_trade_are_read_as_papers_write_of_them()
    {
        var told = Rows.Where(row => row[0] != "silent").ToList();
        var wrong = told.Where(row => !Pack.Code(row[3]).Reports.Any(report => IsRight(row, report))).ToList();
        Assert.True(1 - (double)wrong.Count / told.Count >= LeastRight, $"{wrong.Count} of {told.Count} are not read right:\n{string.Join('\n', wrong.Select(row => $"{row[0]}: {row[3]}"))}");
    }

    [Fact]
    public void Sport_crime_and_business_are_no_force_and_no_sanction()
    {
        var invented = Rows.Where(row => row[0] == "silent").SelectMany(row => Pack.Code(row[3]).Reports.Select(report => $"{row[3]} -> {report.Act} {string.Join(' ', report.Rules)}")).ToList();
        Assert.True(invented.Count == 0, string.Join('\n', invented));
    }

    private static bool IsRight(string[] row, Report report) =>
        row[0].Split('|').Any(act => report.Act == act || Pack.IsFiner(report.Act, act))
        && report.Source.ToHashSet().SetEquals(row[1].Split(','))
        && (row[2] == "-" || report.Target.Count == 0 || report.Target.Intersect(row[2].Split(',')).Any());
}
