// From which day on a report of a block was known, and from which on all of them.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Days as they are stored: see <see cref="Days"/>. A report is known when the last day on which it may have been told is over.</summary>
internal static class Known
{
    /// <summary>Null: no report is known on any day.</summary>
    public static int? FirstOf(IReadOnlyList<RawReport> reports) => Days.Of(reports.Min(report => report.Report.Told?.Latest));

    /// <summary>Null: there is no day on which all are known.</summary>
    public static int? LastOf(IReadOnlyList<RawReport> reports) => reports.All(report => report.Report.Told?.Latest is not null) ? Days.Of(reports.Max(report => report.Report.Told!.Latest)) : null;
}
