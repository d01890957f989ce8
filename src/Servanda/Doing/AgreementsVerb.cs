// agreements: the registry, one agreement of it, or a check of one's own data files.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class AgreementsVerb
{
    public static Verb Verb { get; } = new("agreements", [new("AGREEMENT")], [new("--validate", "DIR"), new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        if (call.Text("--validate") is { } folder) return Validate(call, folder);
        var (all, one) = (call.Knowledge.Agreements, call.Agreement());
        if (call.AsJson)
        {
            if (one is null) Json.WriteLines(call.Out, all, AgreementJson.Card, call.DataVersion);
            else call.Out.WriteLine(Json.Text(json => AgreementJson.Whole(json, one), indented: true, call.DataVersion));
        }
        else if (one is null) AgreementOutput.Write(call.Out, all, call.Wording, call.Surroundings.Width);
        else AgreementOutput.Write(call.Out, one, call.Wording, call.Surroundings.Width);
        return Exit.Done;
    }

    private static int Validate(Call call, string folder)
    {
        if (!KnowledgeFolder.Exists(folder)) throw new WrongCall("wrong.folder", folder);
        var read = KnowledgeFolder.Read(DataFiles.InFolder(folder), call.Knowledge);
        call.Refuse([.. read.Faults, .. read.Agreements.SelectMany(Broken)]);
        call.Out.WriteLine(call.Wording.Say("data.valid", read.Knowledge!.Version[..12]));
        return Exit.Done;
    }

    /// <summary>The examples beside an agreement that its terms do not bear out.</summary>
    private static IEnumerable<Fault> Broken(AgreementFile file) =>
        from example in file.Examples
        from failure in Examples.Failures(file.Agreement, example)
        select new Fault(file.Path, example.Line, 1, $"the example {example.Party} on {Edtf.Iso(example.On)} says {failure.Expected}", $"what the terms give: {failure.Found}");
}
