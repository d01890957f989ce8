// Events as pairs of a source and a target, as the CAMEO data sets hold them.
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Servanda.Model;

namespace Servanda.Output.Exports;

/// <summary>One source, one target (null where there is none) and one act on one day.</summary>
internal sealed record Dyad(EventFile File, string Source, string? Target, LocalDate Day, CameoCode Cameo)
{
    /// <summary>A positive number of 52 bits, so that every program holds it exactly: the same pair in the same event has the same.</summary>
    public long Number => Convert.ToInt64(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{File.Event.Id}\n{Source}\n{Target}")))[..13], 16);

    /// <summary>
    /// The pairs of an event: every source with every target; of an act that all do together, every one with every other. Nothing for what did not happen or is not known to have happened
    /// (intended, conditional, alleged, denied), for an act without a CAMEO code, and where the source or the day is not known.
    /// </summary>
    public static IReadOnlyList<Dyad> Of(EventFile file, Knowledge knowledge)
    {
        var told = file.Event;
        if (told.Status is not (ReportStatus.Occurred or ReportStatus.Ongoing) || told.Polarity != Polarity.Affirmed || told.Date is not { IsDay: true, Earliest: { } day }) return [];
        if (knowledge.Acts.FirstOrDefault(act => act.Id == told.Act) is not { Cameo: { } code } act || !knowledge.Cameo.TryGetValue(code, out var cameo)) return [];
        var targets = told.Target.Count > 0 || !act.Symmetric || told.Source.Count < 2 ? told.Target : told.Source;
        return [.. told.Source.SelectMany(source => targets.Count == 0 ? [new Dyad(file, source, null, day, cameo)] : targets.Where(target => target != source).Select(target => new Dyad(file, source, target, day, cameo)))];
    }
}
