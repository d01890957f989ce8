// Offices and bodies with whose they are and who holds them: "Thứ trưởng Ngoại giao Nga Sergei Ryabkov".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Reads holders of offices: the office, what they have in hand, whose they are, their names.</summary>
public sealed partial class PhraseReader
{
    /// <summary>So many parts has a full name of the language's own country: family, middle and given name.</summary>
    private const int FullName = 3;

    /// <summary>How many words may say what a minister has in hand.</summary>
    private const int LongestPortfolio = 8;

    /// <summary>"Thứ trưởng Ngoại giao Nga Sergei Ryabkov", "người phát ngôn Bộ Ngoại giao Mỹ", "Bộ trưởng Quốc phòng của Anh".</summary>
    private int Office(int first, int last, OfficeEntry office)
    {
        var code = office.Code;
        // "Germany's foreign minister", "the Russian defence ministry"
        if (OwnerBefore(first, 1) is { } before)
        {
            actors.Remove(before);
            first = before.First;
            code = before.Codes[0];
        }
        var former = words.Before(first, "former") is not null;
        var at = last;
        // "người phát ngôn Bộ Ngoại giao", "người phát ngôn của Bộ Ngoại giao"
        while (names.TryGetValue(at, out var inner) && inner.Entry is OfficeEntry || words.At(at, "owner") is { } whose && names.TryGetValue(whose.Last, out inner) && inner.Entry is OfficeEntry { Thing: null })
        {
            code = ((OfficeEntry)inner.Entry).Code ?? code;
            at = inner.Last;
        }
        at = Portfolio(Charge(at), office);
        var owner = words.At(at, "owner") is { } of ? of.Last : Described(at);
        // "ngoại trưởng hai nước Nga và Mỹ": the names say who.
        if (words.At(owner, "both") is { } two && names.TryGetValue(two.Last, out var either) && either.Entry is ActorEntry { Form: not ActorForm.Demonym }) owner = two.Last;
        if (names.TryGetValue(owner, out var named) && named.Entry is ActorEntry { Form: not ActorForm.Demonym } actor)
        {
            memory.Mention(actor.Code);
            code = actor.Code;
            at = named.Last;
        }
        else if (code is not null)
        {
            memory.Mention(code);
        }
        else if (words.At(owner, "both") is { } pair && NamedAfter(pair) is { } members)
        {
            return members;
        }
        else if (words.At(owner, "both") is { } both)
        {
            // "ngoại trưởng hai nước"
            Add(new(first, both.Last, pronouns.Both(both, first), Governed(first, false, out var from), null, true, true) { Start = from });
            return both.Last;
        }
        else if (pronouns.Held(owner, first) is { } held)
        {
            (code, at) = (held.Codes is [var only] ? only : null, held.Last);
        }
        // "các ngoại trưởng trong khối quyết định …": the officers of a body are those of its members.
        else if (code is null && words.At(at, "place") is { } within && pronouns.Body(within.Last) is { } club)
        {
            (code, at) = (club.Codes[0], club.Last);
        }
        // "Chính phủ ở Mogadishu": whose capital it is.
        else if (code is null && office is { Thing: null, Class: "body" or "leader" } && words.At(at, "place") is { } seat && names.TryGetValue(seat.Last, out var town) && town.Entry is ActorEntry { Form: ActorForm.Capital } capital)
        {
            memory.Mention(capital.Code);
            (code, at) = (capital.Code, town.Last);
        }
        at = Charge(at);
        // "Chủ tịch của một hãng …": the head of something else.
        if (code is null && office.OnlyIn.Count > 0 && words.At(at, "owner") is not null) return last;
        // "Tổng thống Hàn Quốc khi đó Moon Jae-in"
        if (words.At(at, "then") is { } then && then.Last < tokens.Count && tokens[then.Last].Upper) at = then.Last;
        if (at < tokens.Count && tokens[at].Is('-') && at + 1 < tokens.Count && tokens[at + 1].Upper && !names.ContainsKey(at + 1) && office.Class is "leader" or "official") at++;
        string? person = null;
        var title = Text(first, last).ToLowerInvariant();
        var family = words.StartingAt(at).Select(word => word.Entry as FamilyEntry).FirstOrDefault(one => one is not null);
        if (names.TryGetValue(at, out var known) && known.Entry is PersonEntry holder)
        {
            person = Text(at, known.Last);
            code ??= holder.ByOffice?.GetValueOrDefault(title) ?? holder.Code;
            at = known.Last;
        }
        else
        {
            at = Name(at, out person);
        }
        if (person is not null)
        {
            var parts = person.Split(' ');
            if (code is not null && !former)
            {
                foreach (var part in parts) memory.Bind(part, code);
                memory.People.Hold(title, code, parts[^1]);
            }
            code ??= memory.CodeOf(parts[^1]) ?? (family is not null && parts.Length >= FullName ? family.Code : parts.Length > 2 || parts[^1].Contains('-', StringComparison.Ordinal) ? null : memory.CodeOf(parts[0]));
            if (family is not null && parts.Length >= FullName && code == family.Code && !former)
            {
                memory.People.Hold(title, family.Code, parts[^1]);
                memory.People.Native(title, family.Code);
            }
        }
        var beyond = at;
        if (office.Thing is { } kind) AddThing(first, at, kind, code is null ? [] : [code], Host(at, kind, out beyond, IsObject(first)));
        var isGuessed = code is null;
        // "Thủ tướng đề nghị …" in a story of one prime minister: his, whoever else is named in between.
        if (code is null && person is null && office is { Class: "leader", Thing: null } && tokens[first].Upper && memory.People.HolderOf(title) is { } holding && office.MayBeOf(holding)) code = holding;
        // "Thượng nghị sĩ Mark Harlan chỉ trích …": a member who speaks is not the state that was spoken of last.
        if (!office.IsStated || person is null && !Joining.IsVerbAhead(words, at)) code ??= Elsewhere(office, person);
        // "Ngoại trưởng Alicia Bárcena … Ngoại trưởng Gabriela Sommerfeld bác ngay": one state has one, so that the second is the other side's.
        if (isGuessed && code is not null && person is not null && memory.People.IsHeldByAnother(title, code, person))
            code = memory.MainPair.Any(other => other != code && IsNamed(other)) ? code : memory.MainPair.FirstOrDefault(other => other != code && office.MayBeOf(other) && !memory.People.IsHeldByAnother(title, other, person));
        Add(new(first, at, former || code is null ? [] : [code], Governed(first, false, out var start), person, false, true) { Start = start, IsGuessed = isGuessed });
        return beyond;
    }

    /// <summary>Whether the sentence names a state or body.</summary>
    private bool IsNamed(string code) => sentence.Names.Exists(name => name.Entry is ActorEntry actor && actor.Code == code);

    /// <summary>An office without owner belongs to the state whose office it was said to be last, or to the subject at hand.</summary>
    private string? Elsewhere(OfficeEntry office, string? person)
    {
        if (office.Class is not ("body" or "parliament" or "leader" or "spokesperson") && !(office.Class == "official" && person is not null)) return null;
        // "sau cuộc họp của NATO, Tổng Thư ký Jens Stoltenberg …": organisations have their officers, states have theirs.
        if (office.IsOfBody) return pronouns.LastBody;
        if (actors.LastOrDefault(one => one is { Codes.Count: 1, Governor: Governor.Bare, IsBody: false } && !memory.IsBody(one.Codes[0]) && office.MayBeOf(one.Codes[0])) is { } named) return named.Codes[0];
        if (memory.LastSubject is { Codes.Count: 1, IsBody: false } subject && !memory.IsBody(subject.Codes[0]) && office.MayBeOf(subject.Codes[0])) return subject.Codes[0];
        // "London đã triệu đại biện …. Tổng thống Cristina Fernandez …": who can have no such office is not meant.
        if (memory.LastState is { } last && !office.MayBeOf(last)) return memory.Named.Reverse().Concat(memory.MainPair).Concat(memory.MostMentioned).FirstOrDefault(code => office.MayBeOf(code) && !memory.IsBody(code));
        // "Tại Ankara, Ngoại trưởng Fidan tiếp …": who opens a story in a capital is at home there.
        return memory.LastState ?? (actors is [{ Governor: Governor.Place, IsCapital: true, First: <= 1, Codes: [var home] }] ? home : null);
    }

    /// <summary>Where the owner's name begins behind words that say what the holder is like: "phái đoàn "không chính thức" của Mỹ", "quan chức cấp cao giấu tên của Pháp". Elsewhere the token itself.</summary>
    private int Described(int at)
    {
        // "Đại diện cấp cao về đối ngoại của EU", "đặc phái viên về khí hậu của Mỹ": what they deal with.
        if (words.At(at, "about") is { } about)
            for (var next = about.Last; next < tokens.Count && next - at <= LongestPortfolio && tokens[next].Kind == TokenKind.Word; next++)
                if (words.At(next, "owner") is { } field && names.TryGetValue(field.Last, out var holder) && holder.Entry is ActorEntry { Form: not ActorForm.Demonym }) return field.Last;
        for (var next = at; next < tokens.Count && next - at < Qualities && (tokens[next].Is('"') || IsQuality(next)); next++)
            if (words.At(next + 1, "owner") is { } of && names.TryGetValue(of.Last, out var whose) && whose.Entry is ActorEntry { Form: not ActorForm.Demonym }) return of.Last;
        return at;
    }

    /// <summary>Past what a minister has in hand where whose minister he is follows: "Bộ trưởng Phân định biên giới của Đông Timor", "Bộ trưởng Thủy sản Úc". Elsewhere the token itself.</summary>
    private int Portfolio(int at, OfficeEntry office)
    {
        if (office.Class != "official" || office.Code is not null || at >= tokens.Count || !tokens[at].Upper || names.ContainsKey(at) && sentence.Names.Any(name => name.First == at && name.Entry is not NounEntry)) return at;
        var isField = false;
        for (var next = at; next < tokens.Count && next - at <= LongestPortfolio;)
        {
            if (tokens[next].Kind == TokenKind.Mark && !tokens[next].Is(',')) return at;
            if (isField && (names.TryGetValue(words.At(next, "owner")?.Last ?? next, out var whose) && whose.Entry is ActorEntry { IsState: true, Form: not ActorForm.Demonym })) return next;
            if (words.StartingAt(next).Any(word => word.Entry is CueEntry or AttributionEntry or FunctionEntry { Role: not ("and" or "also" or "owner" or "date-list") } or FrameEntry { Frame.Form: not "noun" } && !tokens[next].Upper)) return at;
            isField |= !tokens[next].Upper;
            next = names.TryGetValue(next, out var inner) && inner.Entry is NounEntry ? inner.Last : next + 1;
        }
        return at;
    }

    /// <summary>Skips "phụ trách kiểm soát vũ khí và an ninh quốc tế" up to the next name.</summary>
    private int Charge(int at)
    {
        if (words.At(at, "charge") is not { } charge) return at;
        for (var next = charge.Last; next < tokens.Count && next < at + 16; next++)
        {
            if (tokens[next].Kind == TokenKind.Mark) return next;
            if (tokens[next].Upper && !names.ContainsKey(next) && next + 1 < tokens.Count && tokens[next + 1].Upper) return next;
            if (names.TryGetValue(next, out var name) && name.Entry is ActorEntry or PersonEntry) return next;
        }
        return at;
    }
}
