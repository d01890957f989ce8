// A ledger in a file of its own that goes with the test, and readings to put into it.
using NodaTime;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Tests;

internal sealed class TempLedger : IDisposable
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    // In memory where there is such a place: what reaches the disk is the business of other tests.
    private readonly string folder = Directory.CreateDirectory(System.IO.Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath(), $"servanda-{Guid.NewGuid():N}")).FullName;

    /// <summary>Where in the database the ledger is.</summary>
    public string Schema { get; } = $"test_{Guid.NewGuid():N}";

    /// <summary>The database that the tests run against instead of files, as <c>postgres://user@host:port/database</c>; tests/postgres.sh sets it.</summary>
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("SERVANDA_POSTGRES") is { Length: > 0 } address ? address : null;

    /// <summary>A file for a ledger, whichever backend the tests run against.</summary>
    public string Path => System.IO.Path.Combine(folder, "servanda.db");

    public string Location => Postgres is null ? Path : $"{Postgres}?schema={Schema}";

    public LedgerStore Open(LedgerAccess access = LedgerAccess.Create, EventFold? fold = null) => LedgerStore.Open(Location, (fold ?? Telling.Fold).Folding with { CourseActs = Statuses.Acts }, access);

    /// <summary>A ledger with these readings, written in batches of this many and merged after each or once at the end.</summary>
    public static string ExportOf(IEnumerable<PageReading> readings, int batch = 1000, bool mergeEach = false)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        foreach (var portion in readings.Chunk(batch))
        {
            ledger.Write(portion, [], Noon);
            if (mergeEach) ledger.Merge(Noon);
        }
        ledger.Merge(Noon);
        return ExportOf(ledger);
    }

    public static string ExportOf(LedgerStore ledger, LocalDate? knownAt = null) =>
        string.Join('\n', ledger.Files(EventQuery.All).Select(ExportRows.Of).Concat(ledger.Pages().Select(ExportRows.Of)));

    /// <summary>One reading of a page whose text is as long as its reports' evidence asks for.</summary>
    public static PageReading Reading(string page, IReadOnlyList<Report> reports, string coder = "1", string? told = null, string? outlet = null, string? text = null, IReadOnlyList<string>? credits = null, Sighting? seen = null)
    {
        text ??= string.Concat(Enumerable.Repeat($"Trang {page} kể chuyện Nga rút khỏi hiệp ước. ", 1 + reports.SelectMany(r => r.Evidence).Select(s => s.End).DefaultIfEmpty(0).Max() / 30));
        var story = new Story
        {
            Page = page,
            Format = PageFormat.PlainText,
            Text = text,
            Map = TextMap.Identity,
            Blocks = [new(BlockKind.Body, new(0, text.Length), 1)],
            Language = "vi",
            Title = $"Trang {page}",
            Outlet = outlet,
            Credits = credits ?? [],
        };
        return new()
        {
            Id = $"{page}/{coder}/{seen?.Captured}/{seen?.Published}",
            CoderVersion = coder,
            Sighting = seen ?? new(page, $"pages/{page}.txt"),
            Story = story,
            Told = new(told is null ? null : Edtf.Parse(told), []),
            Reports = reports,
        };
    }

    /// <summary>Readings of pages whose reports meet often; the same for the same seed.</summary>
    public static IReadOnlyList<PageReading> Many(int reports, int seed = 1, int states = 4) =>
        [.. Telling.Many(reports, seed, states).GroupBy(report => report.Page, StringComparer.Ordinal).Select(page => Reading(page.Key, Linked([.. page]), outlet: $"bao{page.Key.Length % 2}.vn"))];

    /// <summary>A statement run past the ledger, as by hand.</summary>
    public int Execute(string sql) => Execute(sql, inFile: Postgres is null);

    /// <summary>The same in the file, whichever backend the tests run against.</summary>
    public int ExecuteInFile(string sql) => Execute(sql, inFile: true);

    /// <summary>The one number that a question past the ledger gives.</summary>
    public long Number(string sql)
    {
        using var connection = Connected(inFile: Postgres is null);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private int Execute(string sql, bool inFile)
    {
        using var connection = Connected(inFile);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private System.Data.Common.DbConnection Connected(bool inFile)
    {
        System.Data.Common.DbConnection connection = inFile
            ? new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path};Pooling=False;Foreign Keys=False")
            : new Npgsql.NpgsqlConnection(ConnectionText(Postgres!) + $";Search Path={Schema}");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (Postgres is not null) Execute($"drop schema if exists {Schema} cascade");
        Directory.Delete(folder, recursive: true);
    }

    private static string ConnectionText(string address)
    {
        var uri = new Uri(address);
        return $"Host={uri.Host};Port={uri.Port};Database={uri.AbsolutePath.Trim('/')};Username={uri.UserInfo};Pooling=False";
    }

    /// <summary>The second report of each page answers the first.</summary>
    private static Report[] Linked(Report[] reports)
    {
        if (reports.Length > 1) reports[1] = reports[1] with { InResponseTo = reports[0].Id };
        return reports;
    }
}
