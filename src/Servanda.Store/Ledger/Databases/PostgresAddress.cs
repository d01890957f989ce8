// The address of a ledger in a PostgreSQL database, and how it is connected to.
using System.Globalization;
using Npgsql;

namespace Servanda.Store;

/// <summary><c>postgres://user:password@host:port/database?schema=name</c>; the schema is <c>servanda</c> where it is not given.</summary>
internal sealed class PostgresAddress
{
    /// <summary>What sorting for an index may take, so that two cores can share it. In kB.</summary>
    private const int Sorting = 256 * 1024;

    /// <summary>So much of new stories waits to be put among the words of those before, so that it is done for many at once. In kB.</summary>
    private const int WordsWaiting = 16 * 1024;

    private readonly Uri uri;

    private PostgresAddress(Uri uri, string address, string schema) => (this.uri, Name, Schema) = (uri, Without(uri, address), schema);

    /// <summary>As it was given, without a password.</summary>
    public string Name { get; }

    public string Schema { get; }

    public static bool Is(string location) => location.StartsWith("postgres://", StringComparison.Ordinal) || location.StartsWith("postgresql://", StringComparison.Ordinal);

    public static PostgresAddress Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.Trim('/').Length == 0)
            throw new LedgerException(LedgerFault.NotALedger, $"'{Without(uri, address)}' is no address of a PostgreSQL database; it has the form postgres://user@host/database.") { Says = new("ledger.no-address", Without(uri, address)) };
        var schema = uri.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == "schema" && part.Length == 2)?[1] ?? "servanda";
        if (!schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')) throw new LedgerException(LedgerFault.NotALedger, $"'{schema}' is no schema's name; allowed are a to z, 0 to 9 and _.") { Says = new("ledger.no-schema", schema) };
        return new(uri, address, schema);
    }

    /// <summary>For one connection, which waits so long for the server and for others.</summary>
    public NpgsqlDataSource Source(TimeSpan patience)
    {
        // Of what can be stored only numbers, text, bytes and lists of them are: the rest is not even made ready.
        var source = new NpgsqlSlimDataSourceBuilder().EnableTransportSecurity().EnableIntegratedSecurity().EnableArrays();
        // Numbers, text and bytes need no look at the server's table of types.
        source.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        var (user, settings) = (uri.UserInfo.Split(':', 2), source.ConnectionStringBuilder);
        settings.Host = uri.Host;
        settings.Port = uri.Port > 0 ? uri.Port : 5432;
        settings.Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        settings.Username = user[0] is { Length: > 0 } given ? Uri.UnescapeDataString(given) : null;
        settings.Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null;
        settings.SearchPath = Schema;
        settings.ApplicationName = Schema;
        settings.Pooling = false;
        // What does not leave the machine need not be hidden by Kerberos on the way: looking for its tickets takes time.
        if (uri.IsLoopback) settings.GssEncryptionMode = GssEncryptionMode.Disable;
        settings.CommandTimeout = 0;
        settings.Timeout = Math.Clamp((int)patience.TotalSeconds, 1, 300);
        // What is asked is looked up in indexes: compiling a plan, or sharing it among processes, takes longer than to follow it.
        settings.Options = string.Create(CultureInfo.InvariantCulture, $"-c lock_timeout={Math.Max(1, (long)patience.TotalMilliseconds)} -c client_min_messages=warning -c gin_pending_list_limit={WordsWaiting} -c work_mem={WordsWaiting} -c jit=off -c max_parallel_workers_per_gather=0 -c maintenance_work_mem={Sorting}");
        settings.NoResetOnClose = true;
        settings.MaxAutoPrepare = 40;
        settings.AutoPrepareMinUsages = 3;
        return source.Build();
    }

    private static string Without(Uri? uri, string address) => uri is not null && uri.UserInfo.Contains(':') ? address.Replace($":{uri.UserInfo.Split(':', 2)[1]}@", "@", StringComparison.Ordinal) : address;
}
