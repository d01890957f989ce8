// forget: a page and all that was read from it out of the ledger.
using Servanda.Doors;
using Servanda.Output;

namespace Servanda.Doing;

/// <summary>The ledger is then as if the page had never been read; rulings on it stay, orphaned, unless they go too. Ids that were cited still resolve.</summary>
internal static class ForgetVerb
{
    public static Verb Verb { get; } = new("forget", [new("PAGE", Required: true, Many: true)], [new("--rulings"), Ledgers.Option, new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        using var ledger = Ledgers.ToChange(call);
        // All are looked up before the first one goes.
        var pages = call.Texts("PAGE").Select(page => ledger.Reading(page) is { } found ? (Id: found.Story.Page, found.Sightings[0].Name) : throw new WrongCall("wrong.page", page)).Distinct().ToList();
        foreach (var (id, _) in pages) ledger.Remove(id, call.Surroundings.Now, call.Flag("--rulings"));
        if (json) Json.WriteLines(call.Out, pages, (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteString("page", page.Id);
            writer.WriteString("name", page.Name);
            writer.WriteEndObject();
        }, call.DataVersion);
        else
        {
            foreach (var (id, name) in pages) call.Out.WriteLine(call.Wording.Say("forget.done", name, Reasons.Short(id)));
        }
        return Exit.Done;
    }
}
