// compile-data: turns a folder of data files into the one file that the command starts from; run by ./servanda.
using Servanda.Doors;
using Servanda.Store;

namespace Servanda.Doing;

internal static class CompileDataVerb
{
    public static Verb Verb { get; } = new("compile-data", [new("DIR", Required: true), new("FILE", Required: true)], [], Run) { Hidden = true, WithoutKnowledge = true };

    private static int Run(Call call)
    {
        var files = DataFiles.InFolder(call.Required("DIR"));
        var read = KnowledgeFolder.Read(files);
        foreach (var fault in read.Faults) call.Surroundings.Error.WriteLine(fault);
        if (read.Knowledge is null) return Exit.Wrong;
        CompiledFiles.Write(files, call.Required("FILE"));
        return Exit.Done;
    }
}
