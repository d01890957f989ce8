// What "lệnh này", "quyết định ấy", "điều đó" mean as an object: the deed told before that a verb of this act can undo, accept or refuse.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Pairs acts with those that must have been told before for a noun that only points back to be their object.</summary>
internal static class Antecedents
{
    private static readonly string[] Asked = ["propose", "demand", "appeal", "offer-talks", "mediate"];

    private static readonly string[] Blamed = ["accuse", "accuse-breach"];

    /// <summary>The acts of which one must have been told; none for acts that take up no other.</summary>
    private static string[] Of(string act) => act switch
    {
        "lift-sanction" => ["sanction"],
        "resume" => ["suspend"],
        "revoke-notice" => ["announce-withdrawal", "notify-withdrawal", "withdraw"],
        "agree" or "reject" => Asked,
        "deny" => Blamed,
        _ => [],
    };

    /// <summary>The act told before that the object right behind a head points back to; null where none is pointed at, or none that fits was told.</summary>
    public static string? Pointed(Frame frame, LexiconMatch match, WordIndex words, IReadOnlyCollection<string> told)
    {
        if (match.Reach != match.Last || frame.Form is not ("verb" or "light-verb")) return null;
        for (var at = match.Last; at <= match.Last + 1; at++)
            if ((words.At(at, "pointed") ?? words.At(at, "nominal")) is { } noun && words.At(noun.Last, "this") is not null) return Told(frame, told);
        return null;
    }

    /// <summary>The act told before that an acceptance without any object answers: "Campuchia chấp thuận ngay".</summary>
    public static string? Told(Frame frame, IReadOnlyCollection<string> told) => Array.Find(Of(frame.Act), told.Contains);

    /// <summary>The act before it in its sentence that an acceptance answers: "Séc mời Áo họp; Áo nhận lời".</summary>
    public static string? ToldHere(Frame frame, LexiconMatch match, Sentence sentence)
    {
        var asked = Of(frame.Act);
        foreach (var word in sentence.Words)
            if (word.Last <= match.First && word.Entry is FrameEntry { Frame: { Form: not "noun" } other } && asked.Contains(other.Act)) return other.Act;
        return null;
    }
}
