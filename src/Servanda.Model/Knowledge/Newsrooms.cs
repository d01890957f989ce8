// Newsrooms by their hosts, names and abbreviations: whoever printed a page, and whoever a byline or credit names, goes by one id.
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Servanda.Model;

/// <summary>Words of bylines and credits beside newsrooms' names, all in lower case.</summary>
/// <param name="Opens">What stands before a name: theo, nguồn, source.</param>
/// <param name="Closes">What stands behind it: tổng hợp, lược dịch.</param>
/// <param name="Begins">With what names of newsrooms begin and those of people do not: báo, đài.</param>
/// <param name="Ends">With what they end: news, times.</param>
/// <param name="Nobody">What names no newsroom though it stands where one would: PV, tổng hợp.</param>
public sealed record CreditWords(IReadOnlyList<string> Opens, IReadOnlyList<string> Closes, IReadOnlyList<string> Begins, IReadOnlyList<string> Ends, IReadOnlyList<string> Nobody)
{
    public static CreditWords None { get; } = new([], [], [], [], []);

    /// <summary>These words, and those of another.</summary>
    public CreditWords With(CreditWords more) => new([.. Opens, .. more.Opens], [.. Closes, .. more.Closes], [.. Begins, .. more.Begins], [.. Ends, .. more.Ends], [.. Nobody, .. more.Nobody]);
}

/// <summary>One id to a newsroom. A host that no file names is a newsroom of its own; a name that no file names is one where it begins or ends as those of newsrooms do; people are none.</summary>
public sealed class Newsrooms
{
    private static readonly string[] Doors = ["www.", "m.", "amp.", "mobile.", "wap."];

    private readonly Lazy<FrozenDictionary<string, OutletWords>> byHost, byName;
    private readonly string[] opens, closes, begins, ends;
    private readonly FrozenSet<string> nobody;

    /// <param name="outlets">Of two that have one name or host the first has it.</param>
    public Newsrooms(IReadOnlyList<OutletWords> outlets, CreditWords words)
    {
        byHost = new(() => ByFirst(outlets, outlet => outlet.Hosts));
        byName = new(() => ByFirst(outlets, outlet => [.. outlet.Names.Concat(outlet.Marks).Append(outlet.Id).Select(Folded)]));
        opens = [.. words.Opens.Select(word => word + " ").OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
        closes = [.. words.Closes.Select(word => " " + word).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
        begins = [.. words.Begins.Select(word => word + " ")];
        ends = [.. words.Ends.Select(word => " " + word)];
        nobody = words.Nobody.Concat(words.Closes).Concat(words.Opens).ToFrozenSet(StringComparer.Ordinal);
        Version = string.Join('\n', outlets.Select(outlet => $"{outlet.Id}:{string.Join(',', outlet.Names)}:{string.Join(',', outlet.Marks)}:{string.Join(',', outlet.Hosts)}").Concat(opens).Concat(closes).Concat(begins).Concat(ends).Concat(words.Nobody));
    }

    /// <summary>All that answers rest on; another where they may differ.</summary>
    public string Version { get; }

    /// <summary>The id of who printed a page: of its host, or of the name that the page gives itself. Null where that names nobody.</summary>
    public string? Of(string? outlet)
    {
        if (outlet is not { Length: > 0 }) return null;
        if (Known(outlet) is { } known) return known.Id;
        var name = Bare(outlet);
        return name.Length == 0 || nobody.Contains(name) ? null : IsHost(name) ? Door(name) : Folded(name);
    }

    /// <summary>A page's outlet as its host where that is known, else as the page has it; null where it names nobody.</summary>
    public string? HostOf(string? outlet) => outlet is null || IsHost(outlet) ? outlet : Known(outlet)?.Hosts is [var host, ..] ? host : Of(outlet) is null ? null : outlet;

    /// <summary>The newsrooms that a byline or credit names, in its order: "Theo Reuters, báo Ví Dụ" names two, "Minh Anh" and "PV tổng hợp" none.</summary>
    public IReadOnlyList<string> In(string credit)
    {
        // A name may have a sign in it ("TG&VN"), so the whole is looked up first.
        if (Known(credit) is { } whole) return [whole.Id];
        return [.. credit.Split([',', ';', '/', '|', '&', '+', '(', ')', '-', '–', ':'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => part.Split([" và ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Named).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private string? Named(string part)
    {
        if (Known(part) is { } known) return known.Id;
        var name = Bare(part);
        if (name.Length == 0 || nobody.Contains(name)) return null;
        if (IsHost(name)) return Door(name);
        return Array.Exists(begins, word => name.StartsWith(word, StringComparison.Ordinal)) || Array.Exists(ends, word => name.EndsWith(word, StringComparison.Ordinal)) ? Folded(name) : null;
    }

    private OutletWords? Known(string name)
    {
        if (IsHost(name) && ByHost(Door(name.ToLowerInvariant())) is { } host) return host;
        return byName.Value.GetValueOrDefault(Folded(name)) ?? byName.Value.GetValueOrDefault(Folded(Bare(name)));
    }

    // "vn.sputniknews.com" is sputniknews.com's.
    private OutletWords? ByHost(string host)
    {
        for (; host.Contains('.'); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (byHost.Value.TryGetValue(host, out var found)) return found;
        }
        return null;
    }

    /// <summary>A name in lower case without the words that stand around names.</summary>
    private string Bare(string credit)
    {
        var name = credit.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture).Trim(' ', '.', '(', ')', '[', ']', '*', '"', '“', '”', ':');
        for (var length = -1; length != name.Length;)
        {
            length = name.Length;
            foreach (var word in opens)
            {
                if (name.StartsWith(word, StringComparison.Ordinal)) name = name[word.Length..].TrimStart(' ', ':');
            }
            foreach (var word in closes)
            {
                if (name.EndsWith(word, StringComparison.Ordinal)) name = name[..^word.Length].TrimEnd();
            }
        }
        return name;
    }

    private static string Door(string host)
    {
        var door = Array.Find(Doors, door => host.StartsWith(door, StringComparison.Ordinal) && host.AsSpan(door.Length).Contains('.'));
        return door is null ? host : host[door.Length..];
    }

    private static bool IsHost(string name) => name.Contains('.') && !name.Contains(' ') && name[^1] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && char.IsAsciiLetter(name[^1]);

    /// <summary>A name as written, made comparable: lower case, letters and digits only, accents kept.</summary>
    private static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
        }
        return folded.ToString();
    }

    private static FrozenDictionary<string, OutletWords> ByFirst(IReadOnlyList<OutletWords> outlets, Func<OutletWords, IReadOnlyList<string>> keys)
    {
        var first = new Dictionary<string, OutletWords>(StringComparer.Ordinal);
        foreach (var outlet in outlets)
        {
            foreach (var key in keys(outlet)) first.TryAdd(key, outlet);
        }
        return first.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
