// What is wrong with a data file: where, what was found, what is allowed.
namespace Servanda.Model;

/// <summary>A fault in a data file. Line and column are 1-based.</summary>
public sealed record Fault(string File, int Line, int Column, string Found, string Allowed)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Found}; allowed: {Allowed}";
}
