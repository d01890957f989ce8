// A number that defines an act.
namespace Servanda.Model;

/// <summary>A number with its unit (person, km, mile, day, hour, month, country, warhead, missile, position, percent, money:USD) and its role in the act
/// (from, to, min, max, notice, deadline, radius, ceiling), null where it simply counts.</summary>
public sealed record Quantity(decimal Value, string Unit, string? Role = null);
