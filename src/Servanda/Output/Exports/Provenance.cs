// What an export was made from: the ledger's content and the data files, each by its hash.
namespace Servanda.Output.Exports;

/// <param name="Ledger">The hash of the ledger's content, whole, whatever part of it is exported.</param>
/// <param name="Data">The data version, twelve digits.</param>
internal sealed record Provenance(string Ledger, string Data)
{
    public override string ToString() => $"ledger {Ledger}, data {Data}";
}
