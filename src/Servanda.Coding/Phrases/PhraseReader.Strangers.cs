// Subjects that are no actor of ours: names that nobody has introduced, firms, somebody's people.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Sees who acts though no list knows him, so that nobody named before is taken to have done it.</summary>
public sealed partial class PhraseReader
{
    /// <summary>Whether a name that no list and no office knows is the subject of what follows: "Tuy nhiên, Huawei bác bỏ …". Whoever it is, nobody named before does it.</summary>
    private bool IsStranger(int at, int end) =>
        Joining.IsVerbAhead(words, end) && (at == 0 ? end > 1 && words.StartingAt(0).Length == 0 : OpensClause(at));

    /// <summary>
    /// "Các nghiệp đoàn vận tải ở Dhaka lên án", "Tổ chức Theo dõi Nhân quyền kêu gọi": people, a group or a body of no list, at the head of a clause and with a verb behind. Null where a state or body of ours
    /// is among the words that say who they are, so that it may act by them.
    /// </summary>
    private int? Crowd(int at) => words.At(at, "crowd") is { } noun ? Crowd(at, noun) : null;

    private int? Crowd(int at, LexiconMatch noun)
    {
        if (!OpensClause(at) || names.TryGetValue(at, out var name) && name.Entry is ActorEntry or OfficeEntry or PersonEntry) return null;
        // "phong trào cam kết …": the body that the story speaks of; "các lực lượng mạnh hơn": a state's own, unless they bear a name.
        if (pronouns.Body(at) is not null || names.TryGetValue(at, out var troops) && troops.Entry is NounEntry { Class: "troops" } && !(noun.Last < tokens.Count && tokens[noun.Last].Upper)) return null;
        var isPlace = false;
        for (var next = noun.Last; next < tokens.Count && next - noun.Last <= LongestCrowd; next++)
        {
            if (tokens[next].Kind == TokenKind.Mark) return null;
            if (next > at && Joining.IsVerbAhead(words, next) && (next > noun.Last || !words.StartingAt(at).Any(word => word.Last > noun.Last))) return Standing(at, next, []);
            isPlace |= words.At(next, "place") is not null;
            if (names.TryGetValue(next, out var inner) && inner.Entry is ActorEntry or OfficeEntry or PersonEntry && !isPlace) return null;
        }
        return null;
    }

    /// <summary>Where the state ends that says where somebody without an office is from, with his name: "nhà phân tích quân sự Nga Ivan Petrov", "cựu quan chức Lầu Năm Góc": it does nothing. 0 where no state stands right behind, or what is the state's own office.</summary>
    private int Countryman(int at)
    {
        var from = at;
        while (at < tokens.Count && at - from <= 3 && tokens[at] is { Kind: TokenKind.Word, Upper: false } && !names.ContainsKey(at) && !Joining.IsVerbAhead(words, at) && words.At(at, "owner") is null && words.StartingAt(at).All(word => word.Entry is not FunctionEntry { Role: "that" or "with" or "to" or "against" or "about" or "while" or "place" })) at++;
        if (!names.TryGetValue(words.At(at, "owner")?.Last ?? at, out var home) || home.Entry is not (ActorEntry { Form: not ActorForm.Demonym } or OfficeEntry { Code: not null, Thing: null })) return 0;
        return Name(home.Last, out _) is var end && end > home.Last && tokens[home.Last].Upper ? end : home.Last;
    }

    /// <summary>How many words may say who the people of a group are, in tokens.</summary>
    private const int LongestCrowd = 10;

    /// <summary>Whether a subject may begin at a token: a mark, a connective or a verb of saying stands before.</summary>
    private bool OpensClause(int at) =>
        at == 0 || tokens[at - 1].Mark is ',' or ';' or ':' or '"' || words.EndingAt(at).Any(word => word.Entry is AttributionEntry { Kind: "verb" } or FunctionEntry { Role: "that" or "contrast" or "also" or "while" or "after" or "because" })
        || words.Before(at, "several") is { } count && OpensClause(count.First);

    /// <summary>Where armed groups end that are no actors of ours and do what follows ("ba năm IS chiếm đóng thành phố", "Quân đội Syria Tự do rút lui"): nobody else does it. Null elsewhere.</summary>
    private int? Fighters(int at)
    {
        if (words.At(at, "fighters") is not { } group || !Joining.IsVerbAhead(words, group.Last)) return null;
        Add(new(at, group.Last, [], Governor.Bare, null, false, false));
        return group.Last;
    }

    /// <summary>"song các ngư dân phản đối", "Huawei bác bỏ": what a firm or somebody's people do, no state does.</summary>
    private bool IsPrivate(string kind, int first, int end) => kind is "business" or "citizen" or "journalist" && Joining.IsVerbAhead(words, end) && OpensClause(first);
}
