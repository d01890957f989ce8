// A call that cannot be done as it was made: told in one line, exit code 2.
using Servanda.Model;

namespace Servanda.Doors;

/// <summary>Thrown while the arguments of a verb, or what they point to, are looked at; the message says what was found and what is allowed.</summary>
public sealed class WrongCall(string key, params IReadOnlyList<string> arguments) : Exception(key)
{
    public Message Says { get; } = new(key, arguments);
}
