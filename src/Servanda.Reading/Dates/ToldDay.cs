// When a story was told: what its page says of it, put together.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>An established act of an agreement that a story speaks of: a story that dates something to its day and month is likely of its year.</summary>
public sealed record DatedAct(string Agreement, Edtf Date, string What);

/// <summary>Finds told days. Holds the knowledge of all languages; immutable, may be used by many threads at once.</summary>
public sealed class ToldDay
{
    private readonly Dictionary<string, ToldClues> byLanguage;

    /// <param name="lexicons">The date lexicons, one for each language.</param>
    /// <param name="offices">Who held which office when; null for none.</param>
    public ToldDay(IReadOnlyList<DateLexicon> lexicons, HeldOffices? offices)
    {
        var finders = lexicons.ToDictionary(l => l.Language, l => new DateFinder(l), StringComparer.Ordinal);
        byLanguage = lexicons.ToDictionary(
            l => l.Language,
            l => new ToldClues(l, [finders[l.Language], .. lexicons.Where(other => other != l).Select(other => finders[other.Language])], offices, offices?.Words.FirstOrDefault(w => w.Language == l.Language)),
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The told day of a story, as narrow as its page allows. What the user gives (<see cref="Sighting.Published"/>) decides; a capture is a latest day.
    /// A story in a language without a lexicon has only what was given, captured and in its metadata.
    /// </summary>
    /// <param name="history">Acts of the agreements that the story speaks of, where they are known.</param>
    /// <param name="dates">The dates of the story in their order, where they have been found already.</param>
    public Told Of(Story story, Sighting sighting, IReadOnlyList<DatedAct>? history = null, IReadOnlyList<DateMention>? dates = null)
    {
        var clues = new List<ToldClue>();
        if (sighting.Published is { } given) clues.Add(new(ToldGround.Given, DaySet.Between(given.Earliest, given.Latest), 1, null, $"given as {given}"));
        if (sighting.Captured is { Latest: { } captured }) clues.Add(new(ToldGround.Capture, DaySet.Between(null, captured), 0.95, null, $"fetched by {Edtf.Iso(captured)}"));
        if (sighting.Address is { } address) clues.AddRange(ToldClues.InAddress(address));
        clues.AddRange(ToldClues.Metadata(story));
        if (story.Language is { } language && byLanguage.TryGetValue(language, out var reader)) clues.AddRange(reader.Of(story, history ?? [], dates));
        var told = ToldSolver.Solve(clues);
        return sighting.Published is { } said ? told with { When = said } : told;
    }
}
