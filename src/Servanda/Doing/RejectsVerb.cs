// rejects: the pages that could not be read, and why.
using System.Globalization;
using Servanda.Doors;
using Servanda.Output;

namespace Servanda.Doing;

internal static class RejectsVerb
{
    public static Verb Verb { get; } = new("rejects", [], [Ledgers.Option, new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        using var ledger = Ledgers.ToRead(call);
        var rejects = ledger.Rejects();
        if (json)
        {
            Json.WriteLines(call.Out, rejects, (writer, reject) =>
            {
                writer.WriteStartObject();
                writer.WriteString("page", reject.Sighting.Name);
                writer.WriteString("path", reject.Sighting.Path);
                if (reject.Sighting.Offset is { } offset) writer.WriteNumber("offset", offset);
                writer.WriteString("code", reject.Code);
                writer.WriteString("reason", reject.Reason);
                writer.WriteEndObject();
            });
            return Exit.Done;
        }
        if (rejects.Count == 0)
        {
            call.Out.WriteLine(call.Wording.Say("rejects.none"));
            return Exit.Done;
        }
        var table = new Table(call.Wording.Say("column.page"), call.Wording.Say("column.code"), call.Wording.Say("column.reason"));
        foreach (var reject in rejects)
            table.Add(
                reject.Sighting.Path + (reject.Sighting.Offset is { } offset ? $" @{offset.ToString(CultureInfo.InvariantCulture)}" : ""),
                reject.Code,
                call.Wording.SayOr($"reject.{reject.Code}", reject.Reason));
        table.Write(call.Out, call.Surroundings.Width);
        return Exit.Done;
    }
}
