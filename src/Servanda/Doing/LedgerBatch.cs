// What a run has read and not yet written, with how far each archive has come.
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>
/// Gathers the outcomes of a run until there are enough of them to be written together. A batch always says how far its archives have come with it, so that what is written and where reading is
/// taken up again never part, whenever the run ends.
/// </summary>
/// <param name="hints">What the call says of its pages, and the coder.</param>
/// <param name="watch">How long the run has taken.</param>
internal sealed class LedgerBatch(string hints, Func<TimeSpan> watch)
{
    private const int MostPages = 200;

    /// <summary>What a kill can cost, as long as reading is slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.5);

    /// <summary>Letters of stories.</summary>
    private const long MostLetters = 8 << 20;

    private readonly List<PageReading> readings = [];
    private readonly List<Reject> rejects = [];
    private readonly List<(string Page, Sighting Sighting)> known = [];
    private readonly Dictionary<string, ArchivePlace> places = new(StringComparer.Ordinal);
    private long letters;
    private TimeSpan since = watch();

    // The file that is being read: its identity, worked out at its first record, and what was counted in it so far.
    private SourceFile? file;
    private string? inputs;
    private ArchivePlace? place;
    private long pages, refused;

    public bool IsFull => readings.Count + rejects.Count + known.Count >= MostPages || letters >= MostLetters || watch() - since >= Longest;

    /// <summary>Pages that earlier runs had brought into the ledger, of archives that were taken up again.</summary>
    public long KnownBefore { get; private set; }

    public long RefusedBefore { get; private set; }

    /// <summary>How far a file was read before, where that still counts: the same file, the same hints, the same coder.</summary>
    public ArchivePlace? PlaceIn(SourceFile source, LedgerStore ledger) =>
        source.Path != PageSource.Input && ledger.PlaceIn(source.Path) is { } before && before.Inputs == InputsOf(source) ? before : null;

    public void Add(Outcome outcome, Func<SourceFile, ArchivePlace?> before)
    {
        if (outcome.File != file) Begin(outcome.File, before(outcome.File));
        if (outcome.Reading is { } reading)
        {
            readings.Add(reading);
            letters += reading.Story.Text.Length;
            pages++;
        }
        else if (outcome.Known is { } page)
        {
            known.Add((page.Id, page.Sighting));
            pages++;
        }
        else if (outcome.Reject is { } reject)
        {
            rejects.Add(reject);
            refused++;
        }
        if (outcome.Mark is { } mark) Reach(mark, isDone: false);
        else if (outcome.IsEndOfFile && place is { } reached) Reach(reached.Last, isDone: true);
    }

    /// <summary>What is to be written; nothing is left here but where the reading stands.</summary>
    public ReadBatch Take()
    {
        var batch = new ReadBatch { Readings = [.. readings], Rejects = [.. rejects], Known = [.. known], Places = [.. places.Values] };
        readings.Clear();
        rejects.Clear();
        known.Clear();
        places.Clear();
        letters = 0;
        since = watch();
        return batch;
    }

    private void Begin(SourceFile source, ArchivePlace? before)
    {
        (file, inputs, place) = (source, null, before);
        (pages, refused) = (before?.Pages ?? 0, before?.Rejects ?? 0);
        KnownBefore += pages;
        RefusedBefore += refused;
    }

    private void Reach(RecordMark mark, bool isDone)
    {
        inputs ??= InputsOf(file!) ?? "";
        if (inputs.Length == 0) return;
        places[file!.Path] = place = new(file.Path, inputs, mark, pages, refused, isDone);
    }

    private string? InputsOf(SourceFile source) => source.Path != PageSource.Input && source.Identity() is { } identity ? $"{identity} {hints}" : null;
}
