// Who may do what on the web pages and the HTTP API: a file with a line for each token, which holds its hash and never the token.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A token that was given out: to whom, for what, and the SHA-256 of its text (lower-case hexadecimal).</summary>
/// <param name="Role">One of <see cref="TokenFile.Roles"/>.</param>
public sealed record TokenEntry(string Role, string Name, string Hash);

/// <summary>
/// Lines of <c>ROLE HASH NAME</c>; a name may hold spaces. Lines that are empty or begin with # say nothing. Taking a line out takes the right away, from the next start of the server on.
/// </summary>
public static class TokenFile
{
    /// <summary>From the least to the most; each may do what those before it may.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["read", "rule", "administer"];

    /// <summary>All faults at once; with any, no token counts.</summary>
    public static (IReadOnlyList<TokenEntry> Tokens, IReadOnlyList<Fault> Faults) Read(string path)
    {
        var tokens = new List<TokenEntry>();
        var faults = new List<Fault>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0 || parts[0].StartsWith('#')) continue;
            if (parts is [var role, { Length: 64 } hash, var name] && Roles.Contains(role) && hash.All(char.IsAsciiHexDigitLower)) tokens.Add(new(role, name, hash));
            else faults.Add(new(path, number, 1, $"'{parts[0]}' with {parts.Length} parts", $"ROLE HASH NAME, where ROLE is {string.Join(", ", Roles)} and HASH has 64 digits 0-9a-f"));
        }
        return (tokens, faults);
    }

    /// <summary>Adds a token to the file, which is made, for its owner's eyes only, where there is none.</summary>
    public static void Add(string path, TokenEntry entry)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, Encoding.UTF8, options);
        file.Write(string.Create(CultureInfo.InvariantCulture, $"{entry.Role} {entry.Hash} {entry.Name}\n"));
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
