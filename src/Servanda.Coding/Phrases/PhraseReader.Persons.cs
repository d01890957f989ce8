// People: holders of offices known by name, and those whom the story has named before.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Reads names of people: whose they are, by the lexicon or by what the story said.</summary>
public sealed partial class PhraseReader
{
    /// <summary>The longest name of a person, in syllables and dashes.</summary>
    private const int LongestName = 14;

    private int Person(int first, int last, PersonEntry known)
    {
        var person = Text(first, last);
        // "Thủ tướng Tusk … Ông Tusk": whom he was said to act for, of those that he acted for.
        var code = known.ByOffice is { } offices && memory.CodeOf(person[(person.LastIndexOf(' ') + 1)..]) is { } told && offices.Values.Contains(told) ? told : known.Code;
        memory.Mention(code);
        foreach (var part in person.Split(' ')) memory.Bind(part, code);
        // "với ông Putin", "gặp Chủ tịch Tập Cận Bình": the title belongs to the name.
        if (words.Before(first, "title") is { } title) first = title.First;
        // A title that no list knows ("Chủ tịch Tập Cận Bình") owns nobody whose name is known.
        var governor = Governed(words.Before(first, "he")?.First ?? first, false, out var start);
        Add(new(first, last, [code], governor == Governor.Dependent && words.Before(first, "dependent") is null ? Governor.Bare : governor, person, false, true) { Start = start });
        return last;
    }

    /// <summary>Capitalised words that no entry knows: a person's name. At most five.</summary>
    private int Name(int at, out string? name)
    {
        var end = at;
        while (end < tokens.Count && end - at < 5 && tokens[end].Upper && tokens[end].Kind == TokenKind.Word && (!names.TryGetValue(end, out var inside) || end > at && inside is { Entry: PersonEntry, Length: 1 })) end++;
        if (end < tokens.Count && end > at && tokens[end].Is('.') && tokens[end - 1].End - tokens[end - 1].Start <= 2 && IsInitial(at, end))
        {
            // "A. Xa-đát": whose name is known needs no story to say whose he is.
            if (names.TryGetValue(end + 1, out var holder) && holder.Entry is PersonEntry known)
            {
                name = Text(end + 1, holder.Last);
                foreach (var part in name.Split(' ')) memory.Bind(part, known.Code);
                return holder.Last;
            }
            return Name(end + 1, out name) is var rest && name is not null ? rest : end;
        }
        if (end < tokens.Count && end > at && tokens[end].Is('-') && end + 1 < tokens.Count && tokens[end].End == tokens[end + 1].Start)
        {
            end += 2;
            // "Xê-au-xe-xcu", "Ra-un Ca-xtơ-rô": syllables joined by dashes, a capital at the head of each part.
            while (end < tokens.Count && end - at < LongestName && (tokens[end].Upper && !names.ContainsKey(end) || IsSyllable(end))) end += tokens[end].Is('-') ? 2 : 1;
        }
        // "Ba-lu-mi": where the dash is no token of its own.
        for (var isSpelt = false; end > at && end < tokens.Count && end - at < LongestName && ((isSpelt |= IsHyphenated(end)) && IsHyphenated(end) || isSpelt && tokens[end] is { Upper: true, Kind: TokenKind.Word } && !names.ContainsKey(end));) end++;
        name = end > at ? Text(at, end) : null;
        return end;
    }

    /// <summary>Whether nothing but a dash stands between a token and the one before.</summary>
    private bool IsHyphenated(int at) => tokens[at] is { Kind: TokenKind.Word, Upper: false } && tokens[at].Start == tokens[at - 1].End + 1 && text[tokens[at - 1].End] is '-' or '‑';

    /// <summary>Whether the tokens are one initial: a capital and nothing before it.</summary>
    private static bool IsInitial(int first, int dot) => dot - first == 1;

    /// <summary>Whether a dash without spaces joins a syllable to the one before.</summary>
    private bool IsSyllable(int at) => tokens[at].Is('-') && at + 1 < tokens.Count && tokens[at].Start == tokens[at - 1].End && tokens[at].End == tokens[at + 1].Start;

    /// <summary>A person whose name the story has given before ("ông Lavrov", "Ryabkov").</summary>
    private int? Named(int at)
    {
        var first = words.At(at, "he") is { } title ? title.Last : at;
        if (first >= tokens.Count || !tokens[first].Upper || names.ContainsKey(first)) return null;
        var end = Name(first, out var name);
        if (name is null) return null;
        var parts = name.Split(' ');
        var code = memory.CodeOf(parts[^1]) ?? memory.CodeOf(parts[0]);
        // "chuyên gia John Schilling", "Ruslan Leviev, một nhà phân tích …": who has no office speaks for no state.
        if (code is null && ((words.Before(at, "nobody") ?? words.Before(at, "crowd")) is not null || end < tokens.Count && tokens[end].Is(',') && (words.At(end + 1, "nobody") ?? words.At(end + 2, "nobody")) is not null)) memory.Outsiders.Add(parts[^1]);
        if (code is null && first == at && !IsStranger(at, end)) return null;
        Add(new(at, end, code is null ? [] : [code], Governed(at, false, out var start), name, false, true) { Start = start });
        return end;
    }
}
