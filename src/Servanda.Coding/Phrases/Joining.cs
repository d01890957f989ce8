// Actors that stand together as one: "A và B", "A, B và C".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Joins neighbouring actors of a sentence into groups.</summary>
internal static class Joining
{
    /// <summary>Joins "A và B", "A - B"; lists with commas need a third member or "và".</summary>
    public static List<ActorPhrase> Of(IReadOnlyList<ActorPhrase> actors, Sentence sentence, WordIndex words)
    {
        var joined = new List<ActorPhrase>();
        for (var i = 0; i < actors.Count; i++)
        {
            var members = 1;
            while (i + members < actors.Count && IsJoint(actors[i + members - 1], actors[i + members], actors[i], sentence, words) && !IsNamedAgain(actors, i, members, sentence)) members++;
            // A list in commas ends at "và"; what is left of it without "và" is no list.
            while (members > 1 && members < 3 && IsComma(actors[i], actors[i + 1], sentence) && !IsPair(actors[i], actors[i + 1], sentence, words)) members--;
            // "Trước sự chứng kiến của Tổng thống Áo, Canada và Serbia ký …": the verb needs a subject of its own.
            if (members > 2 && actors[i].Governor != Governor.Bare && !IsAuthor(actors[i], words) && !(actors[i].Governor == Governor.Agent && actors[i].First - actors[i].Start == 1) && IsComma(actors[i], actors[i + 1], sentence) && actors[i + 1].Governor == Governor.Bare
                && (IsVerbAhead(words, actors[i + members - 1].Last) || sentence.Dates.Any(date => date.First == actors[i + members - 1].Last)) && !actors.Take(i).Any(one => one.Governor == Governor.Bare)) members = 1;
            if (members == 1)
            {
                joined.Add(actors[i]);
                continue;
            }
            var group = actors.Skip(i).Take(members).ToList();
            // "một số đồng minh châu Âu như Anh, Ba Lan": of a group whose members are named, only they.
            if (group.FindIndex(one => Before(one, "such-as", words)) is > 0 and var named && group[named - 1].Codes.All(IsRegion)) group.RemoveAt(named - 1);
            joined.Add(group[0] with
            {
                First = actors[i].First,
                Start = actors[i].Start,
                Last = group[^1].Last,
                Codes = group.SelectMany(one => one.Codes).Distinct().ToList(),
                Person = group.Count(one => one.Person is not null) == 1 ? group.First(one => one.Person is not null).Person : null,
            });
            i += members - 1;
        }
        return AcrossAsides(joined, sentence, words);
    }

    /// <summary>How many words an aside may take that stands between two who act together.</summary>
    private const int LongestAside = 12;

    /// <summary>"Mỹ, cùng với Canada và Úc, áp đặt …", "Đức, nước chủ tịch luân phiên của EU, và Pháp kêu gọi …": an aside between marks parts nobody from those who act with him.</summary>
    private static List<ActorPhrase> AcrossAsides(List<ActorPhrase> actors, Sentence sentence, WordIndex words)
    {
        for (var at = 0; at + 1 < actors.Count; at++)
        {
            var (first, second) = (actors[at], actors[at + 1]);
            if (first is not { Governor: Governor.Bare, Codes.Count: > 0 } || first.Last >= sentence.Tokens.Count || !sentence.Tokens[first.Last].Is(',') || sentence.Quotes[first.First] != sentence.Quotes[first.Last]) continue;
            if (second is { Governor: Governor.With, Codes.Count: > 0 } && second.Start == first.Last + 1 && words.Before(second.First, "and") is not null && second.Last + 1 < sentence.Tokens.Count && sentence.Tokens[second.Last].Is(',') && IsVerbAhead(words, second.Last + 1))
            {
                actors[at] = first with { Last = second.Last + 1, Codes = [.. first.Codes.Union(second.Codes)], Person = null };
                actors.RemoveAt(at + 1);
            }
            else if (words.At(first.Last + 1, "appositive") is not null && Resumed(actors, at, sentence, words) is > 0 and var other)
            {
                actors[at] = first with { Last = actors[other].Last, Codes = [.. first.Codes.Union(actors[other].Codes)], Person = null };
                actors.RemoveRange(at + 1, other - at);
            }
        }
        return actors;
    }

    /// <summary>The number of the actor with whom a list goes on behind an aside that says who its first is: a mark and "và" stand before him, a verb behind. 0 where none does.</summary>
    private static int Resumed(List<ActorPhrase> actors, int at, Sentence sentence, WordIndex words)
    {
        for (var other = at + 1; other < actors.Count && actors[other].First - actors[at].Last <= LongestAside; other++)
            if (actors[other] is { Governor: Governor.Bare or Governor.With, Codes.Count: > 0 } and var second && words.Before(second.First, "and") is { } and && sentence.Tokens[and.First - 1].Is(',') && IsVerbAhead(words, second.Last)
                && Enumerable.Range(actors[at].Last + 1, and.First - 1 - actors[at].Last - 1).All(token => sentence.Tokens[token].Kind != TokenKind.Mark && !words.StartingAt(token).Any(word => word.Entry is FrameEntry { Frame.Form: not "noun" } or AttributionEntry)))
                return other;
        return 0;
    }

    private static bool IsRegion(string code) => code is "EUR" or "WST";

    /// <summary>Whether a word of a role stands right before an actor.</summary>
    private static bool Before(ActorPhrase actor, string role, WordIndex words) => words.Before(actor.First, role) is not null;

    /// <summary>"Tuyên bố chung của ngoại trưởng Anh, Pháp và Đức lên án …": whose paper opens the sentence speaks by it, all of them.</summary>
    private static bool IsAuthor(ActorPhrase actor, WordIndex words) =>
        actor.Governor == Governor.Owner && actor.Start <= 4 && (words.At(0, "words-of") ?? words.At(0, "paper") ?? words.At(0, "document")) is not null;

    /// <summary>Whether a verb follows, so that what stands before it is its subject.</summary>
    public static bool IsVerbAhead(WordIndex words, int at) =>
        words.StartingAt(at).Any(match => match.Entry is FrameEntry or ChainEntry or CueEntry { Cue: "future" or "negation" or "no-intention" or "completed" or "past" } or AttributionEntry { Kind: "verb" });

    /// <summary>What two do together: before it two names in a comma are both its subject, at the head of a sentence ("Tokyo, Seoul gia hạn …", "Lãnh đạo Mỹ, Nga điện đàm").</summary>
    private static readonly HashSet<string> Together = new(StringComparer.Ordinal) { "meet", "negotiate", "agree", "sign", "extend", "restore-relations", "convene", "deploy" };

    private static bool IsPair(ActorPhrase left, ActorPhrase right, Sentence sentence, WordIndex words)
    {
        if (left.First != 0 || left.Codes.Count == 0 || right.Codes.Count == 0 || left.IsPronoun || right.Codes.Any(left.Codes.Contains) || right.IsOffice) return false;
        // "Uzbekistan, Kyrgyzstan hôm qua cùng ký …"
        var verb = sentence.Dates.Find(date => date.First == right.Last) is { Mention: not null } date ? date.Last : right.Last;
        if (words.At(verb, "with") is { Length: 1 } together && IsVerbAhead(words, together.Last)) return true;
        while (!words.StartingAt(verb).Any(word => word.Entry is FrameEntry) && words.StartingAt(verb).FirstOrDefault(word => word.Entry is CueEntry) is { Length: > 0 } cue) verb = cue.Last;
        if (words.At(verb, "likewise") is not null) return true;
        return words.StartingAt(verb).Any(word => word.Entry is FrameEntry { Frame: { Form: not "noun" } frame } && (Together.Contains(frame.Act) || !left.IsOffice));
    }

    private static bool IsComma(ActorPhrase left, ActorPhrase right, Sentence sentence) => End(left, sentence) is var end && right.First == end + 1 && sentence.Tokens[end].Is(',');

    /// <summary>"giữa quan chức Mỹ - Trung, Washington yêu cầu …": who was named before the comma begins what is told, and no list names him twice.</summary>
    private static bool IsNamedAgain(IReadOnlyList<ActorPhrase> actors, int first, int members, Sentence sentence) =>
        members > 1 && IsComma(actors[first + members - 1], actors[first + members], sentence) && !IsComma(actors[first + members - 2], actors[first + members - 1], sentence) && actors.Skip(first).Take(members).Any(one => one.Codes.Any(actors[first + members].Codes.Contains));

    /// <summary>How many tokens brackets may hold behind a member of a list: "Burundi (tháng 10/2017) và Philippines".</summary>
    private const int LongestBrackets = 6;

    /// <summary>Where an actor ends, with what stands in brackets behind it.</summary>
    private static int End(ActorPhrase actor, Sentence sentence)
    {
        var tokens = sentence.Tokens;
        if (actor.Last >= tokens.Count || !tokens[actor.Last].Is('(')) return actor.Last;
        for (var at = actor.Last + 1; at < tokens.Count - 1 && at - actor.Last <= LongestBrackets; at++)
            if (tokens[at].Is(')')) return at + 1;
        return actor.Last;
    }

    /// <summary>"Washington với Bắc Kinh nhất trí …", "giữa Malta với Anh": at the head of its clause and before a verb, or between two, who is named behind "với" does it as well.</summary>
    private static bool AreTogether(ActorPhrase left, ActorPhrase right, Sentence sentence, WordIndex words) =>
        left is { Codes.Count: > 0, IsPronoun: false } && right is { Governor: Governor.With, Codes.Count: > 0 } && words.At(left.Last, "with") is { } with && with.Last == right.First
        && (left.Governor == Governor.Between || left.Governor == Governor.Bare && (left.First == 0 || sentence.Tokens[left.First - 1].Kind == TokenKind.Mark) && IsVerbAhead(words, right.Last));

    private static bool IsJoint(ActorPhrase left, ActorPhrase right, ActorPhrase first, Sentence sentence, WordIndex words)
    {
        // "ở Tashkent, lãnh đạo Kazakhstan và …": a place, and then who does it.
        if (IsComma(left, right, sentence)) return !right.IsPronoun && !(right.IsOffice && !left.IsOffice && left.Governor == Governor.Place);
        if (left.Codes.All(IsRegion) && words.At(left.Last, "such-as") is { } such && such.Last == right.First) return right.Governor is Governor.Bare or Governor.Dependent && !right.IsPronoun;
        if (AreTogether(left, right, sentence, words)) return true;
        if (words.At(End(left, sentence), "and") is not { } and || and.Last != right.First && words.At(and.Last, "he")?.Last != right.First && !IsCount(words, and.Last, right.First) && !IsAmong(sentence, words, and.Last, right.First)) return false;
        // "Hà Lan - nước chủ nhà của ICC - …": an aside names nobody new.
        if (right.IsPronoun && sentence.Tokens[left.Last].Is('-')) return false;
        // "Đức trục xuất 40 nhà ngoại giao Nga và Pháp thông báo …": what a deed is done to does not act with those who act next.
        if (IsVerbAhead(words, right.Last) && IsObjectOfDeed(first, sentence) && words.Before(first.First, "before-subject") is null) return false;
        return right.Governor is Governor.Bare or Governor.With or Governor.Dependent;
    }

    /// <summary>"A, B và thậm chí cả C", "Mỹ và một số đồng minh như Anh", "Mỹ cùng nhiều nước, trong đó có Úc": whether what stands behind "và" leads to one more, or to members of a group.</summary>
    private static bool IsAmong(Sentence sentence, WordIndex words, int first, int last)
    {
        var at = words.At(first, "even")?.Last ?? first;
        if (at == last) return true;
        if (words.At(at, "several") is { } several && words.At(at, "world") is null) at = several.Last;
        while (at < last && (words.At(at, "world") ?? words.At(at, "fellows")) is null && sentence.Tokens[at] is { Kind: TokenKind.Word, Upper: false } && at - first <= 4) at++;
        if ((words.At(at, "world") ?? words.At(at, "fellows")) is not { } fellows) return false;
        for (at = fellows.Last; at < last && at - fellows.Last <= 4; at++)
        {
            if (words.At(at, "such-as") is { } such) return Enumerable.Range(such.Last, Math.Max(0, last - such.Last)).All(token => words.EndingAt(token + 1).Any(word => word.Entry is FunctionEntry { Role: "fellows" or "explained" } && word.First >= such.Last) || words.StartingAt(token).Any(word => word.Entry is FunctionEntry { Role: "fellows" or "explained" or "even" }));
            if (sentence.Tokens[at].Kind != TokenKind.Word && !sentence.Tokens[at].Is(',') || sentence.Tokens[at].Upper || words.StartingAt(at).Any(word => word.Entry is FrameEntry { Frame.Form: not "noun" })) return false;
        }
        return false;
    }

    /// <summary>Whether only a number and a noun for states stand between: "Mỹ và một số nước phương Tây".</summary>
    private static bool IsCount(WordIndex words, int first, int last)
    {
        if (words.At(first, "several") is not { } count) return false;
        return count.Last == last || words.At(count.Last, "explained") is { } noun && noun.Last == last;
    }

    /// <summary>Whether a verb of doing stands before an actor that is none of its words: "trục xuất 40 nhà ngoại giao Nga".</summary>
    private static bool IsObjectOfDeed(ActorPhrase actor, Sentence sentence) =>
        sentence.Words.Any(word => word.Entry is FrameEntry { Frame: { Form: "verb" or "light-verb", Target: Slot.Object or Slot.OwnerOfObject } frame } && !Modality.IsWord(frame.Act) && word.Last <= actor.First && actor.First - word.Last <= 3 && sentence.Tokens.Skip(word.Last).Take(actor.First - word.Last).All(token => token.Kind != TokenKind.Mark));
}
