// whatif: what would follow if a party did an act on a day.
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class WhatIfVerb
{
    public static Verb Verb { get; } = new(
        "whatif",
        [new("AGREEMENT", Required: true)],
        [new("--party", "RUS"), new("--act", string.Join('|', WhatIfs.Acts)), new("--on", "DATE"), new("--known-at", "DATE"), Ledgers.Option, new("--format", "table|json|ics")],
        Run)
    { Asks = true };

    private static int Run(Call call)
    {
        var agreement = call.Agreement()!;
        var party = call.Actor("--party") ?? throw new WrongCall("wrong.missing", "--party RUS");
        var act = call.OneOf("--act", WhatIfs.Acts);
        var on = call.On();
        // What was done later than the day that is asked about is no part of the question.
        var knownAt = call.Day("--known-at") ?? on.PlusDays(-1);
        var format = call.OneOf("--format", "table", "json", "ics");
        var answer = WhatIfs.Of(call.Surroundings.Courses is { } courses ? courses(agreement, knownAt) : CourseOf(call, agreement, knownAt), party, act, on);
        switch (format)
        {
            case "json":
                call.Out.WriteLine(Json.Text(json => WhatIfOutput.Write(json, answer, call.Wording), indented: true, call.DataVersion));
                break;
            case "ics":
                Calendar.Write(call.Out, call.Wording.Agreement(agreement.Id), WhatIfOutput.Calendar(answer, call.Wording), call.Surroundings.Now, call.DataVersion);
                break;
            default:
                WhatIfOutput.Write(call.Out, answer, call.Wording, call.Surroundings.Width);
                break;
        }
        return Exit.Done;
    }

    private static Course CourseOf(Call call, Agreement agreement, LocalDate knownAt)
    {
        using var ledger = Ledgers.IfThere(call);
        return new(agreement, ledger?.Events(new() { Agreement = agreement.Id, KnownAt = knownAt, Acts = Statuses.Acts }).ToList() ?? [], knownAt);
    }
}
