// Things that acts are done to, with whose they are and where: "8 nhân viên thuộc cơ quan đại diện của Nga".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Reads things: their owners before or behind them, the names and numbers that they bear, the state at whose place they stand.</summary>
public sealed partial class PhraseReader
{
    private static readonly HashSet<string> Forces = new(StringComparer.Ordinal) { "troops", "ship", "aircraft", "spy", "official", "missile", "diplomat", "ambassador", "member" };

    /// <summary>Things that bear names or numbers of their own: "tiêm kích F-16", "tàu khu trục USS Higgins", "tỉnh Kursk".</summary>
    private static readonly HashSet<string> Christened = new(StringComparer.Ordinal) { "ship", "aircraft", "missile", "weapon", "base", "site", "locality", "land", "territory", "nuclear-site" };

    /// <summary>Those who are sent to a state or body.</summary>
    private static readonly HashSet<string> Accredited = new(StringComparer.Ordinal) { "ambassador", "mission", "embassy", "diplomat", "attache", "official" };

    /// <summary>How many words of quality may stand between a thing and "của".</summary>
    private const int Qualities = 5;

    /// <summary>"8 nhân viên thuộc cơ quan đại diện của Nga", "Đại sứ quán Mỹ ở Nga".</summary>
    private int Thing(int first, int last, string kind, IReadOnlyList<string> owners)
    {
        if (words.At(first, "this-agreement") is { } spoken && kind is "treaty")
        {
            last = Math.Max(last, spoken.Last);
            agreements.Add(new(first, last, null) { IsAnother = IsAnother(first, last) });
        }
        var at = Designation(kind, last);
        IReadOnlyList<string> hosts = [];
        if (owners.Count == 0 && OwnerBefore(first, 3) is { } before) owners = before.Codes;
        // A word or two of quality may stand between a thing and its owner: "nhà ngoại giao cấp cao Nga".
        var of = words.At(at, "owner");
        // "tàu hải cảnh lớn nhất của Trung Quốc"
        for (var skip = 1; of is null && skip <= Qualities && owners.Count == 0 && at + skip < tokens.Count && IsQuality(at + skip - 1); skip++) of = words.At(at + skip, "owner");
        var owner = of?.Last ?? at;
        // Where the noun is a verb as well ("kêu gọi", "trừng phạt"), only "của" makes what follows its owner.
        var isVerb = of is null && words.StartingAt(first).Any(word => word.Last == last && word.Entry is FrameEntry { Frame.Form: "verb" });
        // "Tiêm kích F-16 của không quân Thái Lan"
        if (owners.Count == 0 && of is not null && Forces.Contains(kind) && names.TryGetValue(owner, out var arm) && arm.Entry is OfficeEntry { Class: "military" } or NounEntry { Class: "troops" }) owner = Arm(arm.Last);
        for (var skip = 0; skip <= 2 && owners.Count == 0 && !isVerb; skip++)
        {
            if (names.TryGetValue(owner + skip, out var named) && named.Entry is ActorEntry { Form: not ActorForm.Demonym } actor && !(skip > 0 && HasWord(owner, owner + skip)))
            {
                memory.Mention(actor.Code);
                owners = [actor.Code];
                at = named.Last;
                // "nhà ngoại giao Nga và Belarus"; "thỏa thuận Anh - Ấn Độ bắt đầu …": a dash joins no clauses.
                if (words.At(at, "and") is { } and && names.TryGetValue(and.Last, out var second) && second.Entry is ActorEntry { Form: not ActorForm.Demonym } other && (tokens[at].Is('-') || !Joining.IsVerbAhead(words, second.Last)))
                {
                    owners = [actor.Code, other.Code];
                    at = second.Last;
                }
            }
            else if (skip == 0 && (words.At(owner, "this-state") ?? words.At(owner, "this-body")) is { } pronoun)
            {
                if ((words.At(owner, "this-state") is not null ? pronouns.Owner(owner) : memory.LastBody) is { } code) owners = [code];
                at = pronoun.Last;
                break;
            }
            else if (skip == 0 && words.At(owner, "this-agency") is { } agency && pronouns.At(owner) is { Codes: [var organ] })
            {
                owners = [organ];
                at = agency.Last;
                break;
            }
            else if (skip == 0 && words.At(owner, "both") is { } two && Forces.Contains(kind) && pronouns.Both(two, owner) is { Count: 2 } sides)
            {
                owners = sides;
                at = two.Last;
                break;
            }
            else if (skip == 0 && words.At(owner, "we") is { } we && sentence.Quotes[owner] > 0)
            {
                owners = memory.LastSpeaker;
                at = we.Last;
                break;
            }
        }
        hosts = Host(at, kind, out at, IsObject(first));
        if (Forces.Contains(kind) && owners.Count > 0)
        {
            // What a state's soldiers, ships and envoys do, the state does.
            var governor = Governed(first, false, out var start);
            // "Một số tàu chiến của Nhật Bản đã …": a count that opens the clause hides no verb.
            if (governor == Governor.Dependent && kind is "troops" or "ship" or "aircraft" && words.Before(first, "several") is { } count && (count.First == 0 || sentence.HasMark(count.First - 1, count.First))) governor = Governor.Bare;
            // "Cựu Tổng thống Mỹ Donald Trump lên án …", "thẩm phán Mỹ bác đơn": who is no longer in office, or never spoke for a government, does it for himself.
            var isPrivate = kind == "official" && words.At(first, "no-office") is not null;
            if (isPrivate) at = names.TryGetValue(Math.Max(at, last), out var known) && known.Entry is PersonEntry ? known.Last : Name(Math.Max(at, last), out _);
            Add(new(first, Math.Max(at, last), isPrivate ? [] : owners, governor, null, false, isPrivate) { Start = start });
        }
        else if (IsPrivate(kind, first, Math.Max(at, last)))
        {
            Add(new(first, Math.Max(at, last), [], Governor.Bare, null, false, false));
        }
        AddThing(first, Math.Max(at, last), kind, owners, hosts);
        return Math.Max(at, last);
    }

    /// <summary>Whether a noun for agreements brings in one of its own: it is counted or one of several, another or new, or bears a name that no file has.</summary>
    private bool IsAnother(int first, int last) =>
        words.EndingAt(first).Any(word => word.Entry is FunctionEntry { Role: "several" }) || sentence.Numbers.Exists(number => number.Last == first)
        || words.At(last, "another") is not null
        || last < tokens.Count && tokens[last] is { Upper: true, Kind: TokenKind.Word } && !tokens[last - 1].Upper && !names.ContainsKey(last);

    /// <summary>Where the state's name begins behind the name of an arm: "lực lượng Phòng vệ Biển Nhật Bản"; the token itself where none follows at once.</summary>
    private int Arm(int at)
    {
        for (var next = at; next < tokens.Count && next - at <= 3 && tokens[next].Kind == TokenKind.Word; next++)
            if (names.TryGetValue(next, out var named)) return named.Entry is ActorEntry { Form: not ActorForm.Demonym } ? next : at;
        return at;
    }

    /// <summary>Past the name or number that a thing bears, where its owner follows: "F-16 của Thái Lan", "USS Higgins của Mỹ", "MiG-31 Nga". Elsewhere the name is no concern of ours.</summary>
    private int Designation(string kind, int last)
    {
        if (!Christened.Contains(kind)) return last;
        var at = last;
        var isKnown = true;
        while (at < tokens.Count && at - last < 6 && Designates(at) is > 0 and var end)
        {
            isKnown = names.ContainsKey(at) || tokens[at].Kind == TokenKind.Number;
            at = end;
        }
        var owner = words.At(at, "owner")?.Last ?? at;
        return at > last && (owner > at || isKnown) && names.TryGetValue(owner, out var named) && named.Entry is ActorEntry { Form: not ActorForm.Demonym } or OfficeEntry { Class: "military" } ? at : last;
    }

    /// <summary>The token after a part of a name: a capital, a number, a joining dash, or a type that is a noun of its own; 0 for any other word.</summary>
    private int Designates(int at) =>
        names.TryGetValue(at, out var name) ? name.Entry is NounEntry { Class: var kind } && (Christened.Contains(kind) || kind == "place") && tokens[at].Upper ? name.Last : 0
        : tokens[at].Upper || tokens[at].Kind == TokenKind.Number || char.IsAsciiDigit(text[tokens[at].Start]) || tokens[at].Is('-') && at + 1 < tokens.Count && tokens[at].End == tokens[at + 1].Start || text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "de" or "al" ? at + 1 : 0;

    /// <summary>Whether a verb stands right before a thing.</summary>
    private bool IsObject(int first) => words.EndingAt(first).Any(word => word.Entry is FrameEntry { Frame.Form: not ("noun" or "predicate") });

    /// <summary>The actor at whose place a thing stands: "tại Nga", "ở Washington".</summary>
    /// <param name="isObject">Whether a verb stands right before the thing.</param>
    private IReadOnlyList<string> Host(int at, string kind, out int end, bool isObject = false)
    {
        end = at;
        if ((words.At(at, "place") ?? (Accredited.Contains(kind) ? words.At(at, "accredited") : null)) is not { } place || !names.TryGetValue(place.Last, out var where) || (where.Entry switch { ActorEntry { Form: not ActorForm.Demonym } actor => actor.Code, NounEntry { Land: { } land } => land, _ => null }) is not { } host) return [];
        if (where.Entry is ActorEntry) memory.Mention(host);
        end = where.Last;
        // "đại sứ tại Anh, Pháp và Đức": a list ends with "và".
        var hosts = new List<string> { host };
        for (var next = where.Last; next + 1 < tokens.Count;)
        {
            var last = words.At(next, "and");
            var member = last?.Last ?? (tokens[next].Is(',') ? next + 1 : -1);
            if (member < 0 || !names.TryGetValue(member, out var other) || other.Entry is not ActorEntry { IsState: true, Form: not ActorForm.Demonym } also) break;
            hosts.Add(also.Code);
            next = other.Last;
            if (last is null) continue;
            // "đại sứ tại Nga và Anh lên án …" begins again with another; what a verb has for its object does not ("gọi đại sứ tại Anh và Đức về nước").
            if (hosts.Count == 2 && Joining.IsVerbAhead(words, next) && !isObject) break;
            end = next;
            return hosts;
        }
        return [host];
    }

    private void AddThing(int first, int last, string kind, IReadOnlyList<string> owners, IReadOnlyList<string> hosts)
    {
        var number = NumberBefore(first);
        things.Add(new(first, last, kind, owners, hosts, number.Last > 0 ? number.Value : null) { Start = number.Last > 0 ? Math.Min(first, number.First) : first });
    }

    /// <summary>The number that a thing is counted by, before it or round its first token; the default, that ends at 0, where there is none.</summary>
    private NumberMention NumberBefore(int first)
    {
        foreach (var one in sentence.Numbers)
            if (one.Last <= first && first - one.Last <= 1 && !sentence.HasMark(one.Last, first) || one.First < first && first < one.Last) return one;
        return default;
    }

    /// <summary>Whether a verb, a mark or a function word stands among the tokens: then what follows is no owner of what went before.</summary>
    private bool HasWord(int first, int last)
    {
        for (var at = first; at < last; at++)
            if (tokens[at].Kind != TokenKind.Word || tokens[at].Upper || names.ContainsKey(at) || words.StartingAt(at).Length > 0) return true;
        return false;
    }

    /// <summary>Whether a token is a plain word that can say what a thing is like: "lớn nhất", "tối tân".</summary>
    private bool IsQuality(int at) =>
        tokens[at] is { Kind: TokenKind.Word, Upper: false } && !names.ContainsKey(at) && words.StartingAt(at).All(word => word.Entry is FunctionEntry { Role: "before-subject" });
}
