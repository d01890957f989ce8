// token: a new token for the web pages and the HTTP API, shown once; the file keeps its hash.
using System.Security.Cryptography;
using Servanda.Doors;
using Servanda.Store;

namespace Servanda.Doing;

internal static class TokenVerb
{
    /// <summary>Bytes of chance in a token: more than anybody can try.</summary>
    private const int Bytes = 24;

    public static Verb Verb { get; } = new("token", [new("NAME", Required: true)], [new("--tokens", "FILE"), new("--role", string.Join('|', TokenFile.Roles))], Run);

    private static int Run(Call call)
    {
        var name = call.Required("NAME").Trim();
        if (name.Length == 0 || name.Any(char.IsControl)) throw new WrongCall("wrong.missing", "NAME");
        var path = call.Text("--tokens") ?? throw new WrongCall("wrong.missing", "--tokens FILE");
        var role = call.OneOf("--role", TokenFile.Roles);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        TokenFile.Add(path, new(role, name, TokenFile.HashOf(token)));
        call.Out.WriteLine(token);
        call.Surroundings.Error.WriteLine($"servanda: {call.Wording.Say("token.made", name, role, path)}");
        return Exit.Done;
    }
}
