// A sentence cut into clauses by its marks and connectives.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>How a clause hangs on the rest of its sentence.</summary>
public enum ClauseKind { Main, After, Before, While, If, Because, Purpose, Response, Contrast, Also, That, Relative }

/// <summary>Tokens [First, Last) of a sentence that belong together.</summary>
/// <param name="Quote">The number of the quotation it stands in, 0 outside.</param>
/// <param name="OpensByMark">Whether a comma or another mark stands before it.</param>
public sealed record Clause(int First, int Last, ClauseKind Kind, int Quote, bool OpensByMark)
{
    /// <summary>Whether it tells a deed as a noun ("việc Mỹ rút khỏi …"): its subject is nobody's further on.</summary>
    public bool IsDeed { get; init; }

    /// <summary>Whom an aside speaks of: "Mỹ, nước đã ký CTBT …".</summary>
    public ActorPhrase? Apposed { get; init; }
}

/// <summary>Cuts sentences into clauses.</summary>
public static class Clauses
{
    /// <summary>The kind of clause that each connective opens.</summary>
    private static readonly (string Role, ClauseKind Kind)[] Connectives =
    [
        ("response", ClauseKind.Response),
        ("after", ClauseKind.After),
        ("before", ClauseKind.Before),
        ("if", ClauseKind.If),
        ("purpose", ClauseKind.Purpose),
        ("because", ClauseKind.Because),
        ("contrast", ClauseKind.Contrast),
        ("while", ClauseKind.While),
        ("relative", ClauseKind.Relative),
        ("that", ClauseKind.That),
        ("also", ClauseKind.Also),
    ];

    private static readonly ulong Opening = WordIndex.Bits([.. Connectives.Select(one => one.Role)]);

    /// <summary>The kind of clause that a connective opens; null for other function words.</summary>
    private static ClauseKind? KindOf(string role)
    {
        foreach (var one in Connectives)
            if (one.Role == role) return one.Kind;
        return null;
    }

    public static List<Clause> Of(Sentence sentence, WordIndex words, PhraseSet phrases)
    {
        var tokens = sentence.Tokens;
        var clauses = new List<Clause>();
        var (start, kind, byMark) = (0, ClauseKind.Main, true);
        void Close(int end)
        {
            if (end <= start) return;
            clauses.Add(new(start, end, kind, sentence.Quotes[start], byMark)
            {
                IsDeed = kind == ClauseKind.That && words.At(start, "nominal") is not null,
                Apposed = byMark && start > 1 && tokens[start - 1].Is(',') && (words.At(start, "appositive") ?? words.At(start, "relative")) is { } noun && words.StartingAt(start).All(word => word.Length <= noun.Length)
                    ? phrases.Actors.FirstOrDefault(one => one.Last == start - 1)
                    : null,
            });
        }
        var ends = Ends(phrases, tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (ends[at] is var end && end > at)
            {
                at = end - 1;
                continue;
            }
            // "hôm qua (7/11)": marks in a date cut nothing.
            if (tokens[at].Mark is '(' or ',' && sentence.Dates.Find(date => date.First < at && at < date.Last) is { Mention: not null } dated)
            {
                at = dated.Last - 1;
                continue;
            }
            if (tokens[at].Is('(') && Aside(tokens, phrases, at) is var close && close > at)
            {
                at = close;
                continue;
            }
            // "quan ngại về "các hành vi gây bất ổn" của Nga": quoted words that belong to somebody are a phrase.
            if (tokens[at].Is('"') && QuotedPhrase(tokens, words, at) is var closing && closing > at)
            {
                at = closing;
                continue;
            }
            if (tokens[at].Mark is ',' or ';' or ':' or '(' or ')' or '"' || tokens[at].Is('-') && !IsJoined(tokens, at))
            {
                Close(at);
                (start, kind, byMark) = (at + 1, tokens[at].Is(':') ? ClauseKind.That : ClauseKind.Main, true);
                continue;
            }
            // "178 nước đã phê chuẩn" counts, and describes nobody.
            if (Connective(words, phrases, at) is { } found && !(found.Kind == ClauseKind.Relative && at > 0 && tokens[at - 1].Kind == TokenKind.Number))
            {
                // "để đáp trả", "sau khi" at the start of a stretch give it its kind; inside they begin a new one.
                if (at > start) Close(at);
                if (at > start || kind == ClauseKind.Main) (start, kind, byMark) = (at, found.Kind, at == start && byMark);
                at = found.Last - 1;
            }
        }
        Close(tokens.Count);
        return clauses;
    }

    /// <summary>The last clause that a clause runs on into without a mark: "việc", "rằng" and "và" carry it on.</summary>
    /// <param name="throughRelatives">Whether "mà …" carries it on as well.</param>
    public static int RunsTo(List<Clause> clauses, int clause, bool throughRelatives = false)
    {
        while (clause + 1 < clauses.Count && !clauses[clause + 1].OpensByMark && (clauses[clause + 1].Kind is ClauseKind.That or ClauseKind.Also || throughRelatives && clauses[clause + 1].Kind == ClauseKind.Relative)) clause++;
        return clause;
    }

    /// <summary>The token at which ends what a clause runs on into.</summary>
    public static int RunEnd(List<Clause> clauses, int clause, bool throughRelatives = false) => clauses[RunsTo(clauses, clause, throughRelatives)].Last;

    /// <summary>The token at which begins what runs on into a clause.</summary>
    public static int RunStart(IReadOnlyList<Clause> clauses, int clause)
    {
        while (clause > 0 && !clauses[clause].OpensByMark && clauses[clause].Kind is ClauseKind.That or ClauseKind.Also) clause--;
        return clauses[clause].First;
    }

    private static (ClauseKind Kind, int Last)? Connective(WordIndex words, PhraseSet phrases, int at)
    {
        if (!words.MayBegin(at, Opening)) return null;
        var here = words.StartingAt(at);
        // "mỗi bên đã …", "hai nước đã …" hold "bên đã", "nước đã" and open nothing.
        if (at > 0 && IsHeld(words.StartingAt(at - 1), at)) return null;
        (ClauseKind Kind, int Last)? best = null;
        var longest = 0;
        foreach (var match in here)
        {
            longest = Math.Max(longest, match.Last);
            if (match.Entry is FunctionEntry function && (best is null || match.Last > best.Value.Last) && KindOf(function.Role) is { } kind) best = (kind, match.Last);
        }
        // "nhằm vào", "để ngỏ cánh cửa": the word is part of something longer.
        if (best is not { } found || found.Last < longest) return null;
        // "tuyên bố chung do Nga và Mỹ ký": who made a thing, and no reason.
        if (found.Kind == ClauseKind.Because && IsMaker(phrases, at, found.Last)) return null;
        // "trục xuất đáp trả 5 nhà ngoại giao": after a verb it is an adverb.
        return found.Kind == ClauseKind.Response && words.EndingAt(at).Any(match => match.Entry is FrameEntry) ? null : found;
    }

    private static bool IsHeld(WordsHere before, int at)
    {
        foreach (var match in before)
            if (match.Last > at && match.Entry is FunctionEntry { Role: "each" or "each-side" or "both" or "all-parties" }) return true;
        return false;
    }

    private static bool IsMaker(PhraseSet phrases, int at, int last) =>
        phrases.Actors.Any(one => one.First == last && one.Governor == Governor.Agent) && (phrases.Things.Any(one => one.Last == at) || phrases.Agreements.Any(one => one.Last == at));

    /// <summary>For each token the end of the phrase that it stands in, so that its commas and "và" cut nothing: of an actor, else of a thing behind its first token; 0 where it stands in none.</summary>
    private static int[] Ends(PhraseSet phrases, int count)
    {
        var ends = new int[count];
        for (var number = phrases.Things.Count - 1; number >= 0; number--) Fill(phrases.Things[number].First + 1, phrases.Things[number].Last);
        for (var number = phrases.Actors.Count - 1; number >= 0; number--) Fill(phrases.Actors[number].First, phrases.Actors[number].Last);
        return ends;

        void Fill(int first, int last)
        {
            if (last > first) Array.Fill(ends, last, first, last - first);
        }
    }

    /// <summary>Where brackets close that hold nothing but another name: "Liên minh châu Âu (EU)", "Brussels (Bỉ)". They cut nothing.</summary>
    private static int Aside(List<Token> tokens, PhraseSet phrases, int open)
    {
        var close = open + 1;
        while (close < tokens.Count && close - open <= 8 && !tokens[close].Is(')')) close++;
        if (close >= tokens.Count || !tokens[close].Is(')')) return 0;
        for (var at = open + 1; at < close; at++)
            if (!tokens[at].Upper && !phrases.Actors.Any(one => one.First <= at && at < one.Last) && !phrases.Agreements.Any(one => one.First <= at && at < one.Last)) return 0;
        return close;
    }

    /// <summary>The mark that closes a short quotation which "của" follows; 0 elsewhere.</summary>
    private static int QuotedPhrase(IReadOnlyList<Token> tokens, WordIndex words, int open)
    {
        var close = open + 1;
        while (close < tokens.Count && close - open <= 10 && !tokens[close].Is('"')) close++;
        return close + 1 < tokens.Count && tokens[close].Is('"') && words.At(close + 1, "owner") is not null && Enumerable.Range(open, close - open).All(at => tokens[at].Mark is not (',' or ';' or ':' or '.')) ? close : 0;
    }

    /// <summary>A dash without spaces joins words and cuts nothing.</summary>
    private static bool IsJoined(List<Token> tokens, int at) =>
        at > 0 && tokens[at - 1].End == tokens[at].Start || at + 1 < tokens.Count && tokens[at].End == tokens[at + 1].Start && at == 0;
}
