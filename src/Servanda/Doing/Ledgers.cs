// The ledger that a verb works on.
using Servanda.Doors;

namespace Servanda.Doing;

internal static class Ledgers
{
    public const string Default = "servanda.db";

    public static Option Option { get; } = new("--ledger", "FILE");
}
