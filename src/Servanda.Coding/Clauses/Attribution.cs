// Whose word the clauses of a sentence are.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Who is given as saying something: the actors, the person, the outlets it is cited from, and on what basis.</summary>
public sealed record Speaker(IReadOnlyList<string> Codes, string? Person, IReadOnlyList<string> Via, WordOf Word)
{
    public static Speaker Narrator { get; } = new([], null, [], WordOf.Narrator);

    /// <summary>Whether somebody without an office says it: an expert, an observer, a crowd.</summary>
    public bool IsNobody { get; init; }
}

/// <summary>The speakers of one sentence: from which token on each speaks, and who spoke each quotation.</summary>
/// <param name="From">In order of the token from which the speaker's word begins; those at 0 hold for the whole sentence.</param>
public sealed record Attribution(IReadOnlyList<(int Token, Speaker Speaker)> From, IReadOnlyDictionary<int, Speaker> Quotations)
{
    /// <summary>How many tokens may follow a verb of saying that ends its sentence: where and when it was said.</summary>
    private const int Afterthought = 16;

    /// <summary>Of a sentence without any word of saying, nor a colon behind a name.</summary>
    public static Attribution None { get; } = new([], new Dictionary<int, Speaker>());

    public Speaker At(int token, int quotation, IReadOnlyDictionary<int, Speaker> story)
    {
        if (quotation > 0 && (Quotations.TryGetValue(quotation, out var quoted) || story.TryGetValue(quotation, out quoted))) return quoted;
        var last = Speaker.Narrator;
        foreach (var (first, speaker) in From)
            if (first <= token) last = speaker;
        return last;
    }

    public static Attribution Of(Sentence sentence, WordIndex words, PhraseSet phrases, List<Clause> clauses, StoryMemory memory)
    {
        var from = new List<(int, Speaker)>();
        var quotations = new Dictionary<int, Speaker>();
        var reached = 0;
        foreach (var match in Saying(sentence))
        {
            // "theo cáo buộc của Kiev": the longer words are what is meant.
            if (match.Last < reached) continue;
            reached = match.Last;
            var entry = (AttributionEntry)match.Entry;
            switch (entry.Kind)
            {
                case "theo":
                    According(sentence, words, phrases, match, from);
                    break;
                case "outlet":
                    if (Outlets(phrases, 0, match.First) is { Count: > 0 } via)
                        from.Add((match.Last, Said(phrases, match.Last, sentence) is { } said ? said with { Via = via } : new([], null, via, WordOf.Attributed)));
                    break;
                case "analysts":
                    from.Add((match.Last, new([], null, Outlets(phrases, 0, sentence.Tokens.Count), WordOf.Attributed) { IsNobody = true }));
                    break;
                case "anonymous" when !IsApposition(sentence, match):
                    from.Add((match.Last, new(OwnerAfter(phrases, match.Last), null, Outlets(phrases, 0, sentence.Tokens.Count), WordOf.Anonymous)));
                    break;
                case "verb":
                    Verb(sentence, words, phrases, clauses, match, memory, from, quotations);
                    break;
            }
        }
        if (Headed(sentence, phrases, clauses) is { } head) from.Add((clauses[0].Last, head));
        return new(from.Count > 1 ? from.OrderBy(one => one.Item1).ToList() : from, quotations);
    }

    /// <summary>The words of saying from left to right, of those that begin together the longest first.</summary>
    private static List<LexiconMatch> Saying(Sentence sentence)
    {
        var sorted = new List<LexiconMatch>();
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not AttributionEntry) continue;
            var place = sorted.Count;
            while (place > 0 && (sorted[place - 1].First > word.First || sorted[place - 1].First == word.First && sorted[place - 1].Last < word.Last)) place--;
            sorted.Insert(place, word);
        }
        return sorted;
    }

    /// <summary>"Theo Bộ Ngoại giao Nga, …" or "…, theo Bộ Ngoại giao Nga".</summary>
    private static void According(Sentence sentence, WordIndex words, PhraseSet phrases, LexiconMatch match, List<(int, Speaker)> from)
    {
        // "Theo cáo buộc của Kiev, …": whose words they are.
        var word = phrases.Things.FirstOrDefault(thing => thing.First > match.First && thing.First < match.Last && thing.Owners.Count > 0);
        var actor = word is null ? phrases.Actors.FirstOrDefault(one => one.Governor == Governor.According && one.First == match.Last || one.First >= match.Last && one.First - match.Last <= 2) : null;
        var outlets = phrases.Outlets.Where(one => one.First >= match.Last && one.First - match.Last <= 3).Select(one => one.Id).ToList();
        var codes = word?.Owners ?? actor?.Codes ?? [];
        var isNobody = codes.Count == 0 && outlets.Count == 0 && words.At(match.Last, "nobody") is not null;
        if (codes.Count == 0 && outlets.Count == 0 && !isNobody) return;
        var speaker = new Speaker(codes, actor?.Person, outlets, WordOf.Attributed) { IsNobody = isNobody };
        var atEnd = match.First > 0 && sentence.Tokens[match.First - 1].Is(',') && match.First > sentence.Tokens.Count / 2;
        from.Add((atEnd ? 0 : match.Last, speaker));
    }

    private static void Verb(
        Sentence sentence, WordIndex words, PhraseSet phrases, List<Clause> clauses, LexiconMatch match, StoryMemory memory, List<(int, Speaker)> from, Dictionary<int, Speaker> quotations)
    {
        // "nữ phát ngôn NATO": a word of saying inside somebody's title says nothing.
        if (sentence.Quotes[match.First] > 0 || phrases.Actors.Any(one => one.First <= match.First && match.First < one.Last)) return;
        var clause = Triggers.ClauseAt(clauses, match.First);
        if (clause < 0) return;
        var subject = phrases.Actors.LastOrDefault(one => one.Last <= match.First && one.First >= clauses[clause].First && one.Governor == Governor.Bare)
            // "tuyên bố của Hội đồng Bắc Đại Tây Dương nêu rõ": a document speaks for its owner.
            ?? phrases.Actors.LastOrDefault(one => one.Last <= match.First && match.First - one.Last <= 2 && one.First >= clauses[clause].First && one.Governor == Governor.Owner)
            ?? Subjects.Inherited(clauses, clause, phrases, sentence);
        if (subject is null && clause == 0 && sentence.Words.All(one => one.Entry is not FrameEntry || one.First > match.First))
        {
            // "Tờ báo Maroc viết rằng …": somebody's paper, firm or people stand before the verb, and not who was spoken of last.
            if (phrases.Actors.Any(one => one.Governor == Governor.Dependent && one.Codes.Count > 0 && match.First - one.Last is 0 or 1)) return;
            subject = memory.LastSubject;
        }
        if (subject is null) return;
        var speaker = new Speaker(subject.Codes, subject.Person, Outlets(phrases, match.Last, match.Last + 6), WordOf.Attributed) { IsNobody = subject.Codes.Count == 0 && ((words.At(subject.First, "nobody") ?? words.At(subject.First, "crowd") ?? words.At(subject.First + 1, "crowd")) is not null || subject.Person is { } name && name.Split(' ').Any(memory.Outsiders.Contains)) };
        from.Add((IsAfterthought(sentence, words, phrases, clauses, clause, match) ? 0 : match.Last, speaker));
        for (var at = 0; at < sentence.Quotes.Length; at++)
            if (sentence.Quotes[at] > 0) quotations.TryAdd(sentence.Quotes[at], speaker);
    }

    /// <summary>"Mỹ: Nga vi phạm INF": whose word a headline is, that opens with nothing but a name.</summary>
    private static Speaker? Headed(Sentence sentence, PhraseSet phrases, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count < 2 || clauses[0].Quote > 0 || clauses[0].Last >= sentence.Tokens.Count || !sentence.Tokens[clauses[0].Last].Is(':')) return null;
        return phrases.Actors.FirstOrDefault(one => one.First == clauses[0].First && one.Last == clauses[0].Last && one is { Governor: Governor.Bare, Codes.Count: > 0 }) is { } actor ? new(actor.Codes, actor.Person, [], WordOf.Attributed) : null;
    }

    /// <summary>Whether who said it comes last: "…, Đại sứ Nhật tại Manila khẳng định", "…, bà nói hôm Chủ nhật". Then all that went before is his word.</summary>
    private static bool IsAfterthought(Sentence sentence, WordIndex words, PhraseSet phrases, IReadOnlyList<Clause> clauses, int clause, LexiconMatch match) =>
        clause == clauses.Count - 1 && clauses[clause] is { OpensByMark: true, Kind: ClauseKind.Main, First: > 0 } last && sentence.Tokens[last.First - 1].Is(',') && last.Last - match.Last <= Afterthought
        && phrases.Actors.Any(one => one.Governor == Governor.Bare && one.First - last.First <= 2 && one.First >= last.First && one.Last <= match.First)
        && words.At(match.Last, "that") is null && words.Before(match.Last, "that") is null && sentence.Words.All(word => word.First < match.Last || word.Entry is not FrameEntry { Frame.Form: not "noun" } || word.Length == 1);

    /// <summary>"Izzat al-Rishq, một quan chức cấp cao của Hamas, đáp lại": who is named first is not unnamed.</summary>
    private static bool IsApposition(Sentence sentence, LexiconMatch match) =>
        match.First > 1 && match.First < sentence.Tokens.Count / 2 && sentence.Tokens[match.First - 1].Is(',') && sentence.Tokens[match.First - 2].Upper;

    private static Speaker? Said(PhraseSet phrases, int from, Sentence sentence)
    {
        var actor = phrases.Actors.FirstOrDefault(one => one.First >= from && one.First - from <= 2);
        return actor is null ? null : new(actor.Codes, actor.Person, [], WordOf.Attributed);
    }

    private static List<string> OwnerAfter(PhraseSet phrases, int from) =>
        phrases.Actors.FirstOrDefault(one => one.First >= from && one.First - from <= 2 && one.Governor is Governor.Owner or Governor.Dependent)?.Codes.ToList() ?? [];

    private static List<string> Outlets(PhraseSet phrases, int first, int last) =>
        phrases.Outlets.Where(one => one.First >= first && one.First < last).Select(one => one.Id).Distinct().ToList();
}
