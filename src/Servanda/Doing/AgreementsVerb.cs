// agreements: the registry, one agreement of it, or a check of one's own data files.
using Servanda.Doors;
using Servanda.Store;

namespace Servanda.Doing;

internal static class AgreementsVerb
{
    public static Verb Verb { get; } = new("agreements", [new("AGREEMENT")], [new("--validate", "DIR"), new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        if (call.Text("--validate") is { } folder) return Validate(call, folder);
        call.Agreement();
        return Exit.Done;
    }

    private static int Validate(Call call, string folder)
    {
        if (!KnowledgeFolder.Exists(folder)) throw new WrongCall("wrong.folder", folder);
        var read = KnowledgeFolder.Read(DataFiles.InFolder(folder));
        foreach (var fault in read.Faults) call.Surroundings.Error.WriteLine(fault);
        if (read.Faults.Count > 0) throw new WrongCall("wrong.data", read.Faults.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        call.Out.WriteLine(call.Wording.Say("data.valid", read.Knowledge!.Version[..12]));
        return Exit.Done;
    }
}
