// Takes back the states that are no more than a syllable of somebody's name: "Tuấn Anh", "Hàn Đức Long", "Mỹ Đình", "chị Nga".
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Annotation;

/// <summary>
/// A state's name of one syllable is part of a longer name where syllables of names stand beside it with capitals, or a word of address or of a kind of place before it. Who was named so once in a story
/// is meant again where the bare syllable stands, unless the story names the state in another way. A sentence in which most words have capitals tells nothing by them.
/// </summary>
internal sealed class StatesInNames(string text, IReadOnlyList<Sentence> sentences, NamesOfPeople names)
{
    /// <summary>Fewer words with capitals than this tell nothing of how a sentence is written.</summary>
    private const int FewCapitals = 4;

    /// <summary>How often each state is named in a way that is nobody's name; and the bare syllables that people of the story bear.</summary>
    private readonly Dictionary<string, int> sure = new(StringComparer.Ordinal);
    private readonly HashSet<string> borne = new(StringComparer.Ordinal);

    /// <summary>How often the word of address is used that is a state's name with a capital ("anh").</summary>
    private readonly Dictionary<string, int> spoken = new(StringComparer.Ordinal);

    public static IReadOnlyList<Sentence> Without(Story story, IReadOnlyList<Sentence> sentences, NamesOfPeople names) =>
        names.IsEmpty || !sentences.Any(sentence => sentence.Names.Exists(name => IsShort(name, sentence, story.Text))) ? sentences : new StatesInNames(story.Text, sentences, names).Without();

    private IReadOnlyList<Sentence> Without()
    {
        var parts = sentences.Select(Parts).ToList();
        for (var i = 0; i < sentences.Count; i++) Count(sentences[i], parts[i]);
        return [.. sentences.Select((sentence, i) => Left(sentence, parts[i]))];
    }

    private Sentence Left(Sentence sentence, HashSet<int> parts)
    {
        var left = sentence.Names.FindAll(name => !IsShort(name, sentence, text) || !parts.Contains(name.First) && !IsAgain(sentence, name));
        return left.Count == sentence.Names.Count ? sentence : sentence with { Names = left };
    }

    /// <summary>The tokens of a sentence whose state is part of a name, from the right: "Hàn" is in "Hàn Đức Long" because "Đức" is.</summary>
    private HashSet<int> Parts(Sentence sentence)
    {
        var parts = new HashSet<int>();
        var isHeadline = IsHeadline(sentence);
        for (var i = sentence.Names.Count - 1; i >= 0; i--)
            if (IsShort(sentence.Names[i], sentence, text) && IsPart(sentence, i, isHeadline, parts)) parts.Add(sentence.Names[i].First);
        // "Tuấn Anh Đức": a part of a name makes one of what stands behind it.
        foreach (var name in sentence.Names)
            if (IsShort(name, sentence, text) && parts.Contains(name.First - 1)) parts.Add(name.First);
        return parts;
    }

    private bool IsPart(Sentence sentence, int index, bool isHeadline, HashSet<int> parts)
    {
        var at = sentence.Names[index].First;
        var isAfterHead = HeadEndsAt(sentence, at, names.IsAddress);
        var left = isHeadline ? null : Beside(sentence, index, at - 1);
        var right = parts.Contains(at + 1) ? Word(sentence, at + 1) : isHeadline ? null : Beside(sentence, index, at + 1);
        if (left is not null && names.IsPart(left) && !(at == 1 && !names.IsFamily(left) && IsFollowed(sentence, at + 1) && names.IsWordToo(left))) return true;
        if (isAfterHead) return true;
        if (right is not null && names.IsOfPlace(right)) return true;
        if (HeadEndsAt(sentence, at, names.IsPlaceHead)) return true;
        if (right is null || !names.IsPart(right)) return false;
        // "Đại sứ Việt Nam tại Mỹ Phạm Quang Vinh": a whole name follows the state, unless the state is a word of address itself ("Anh Lê Văn Thanh").
        return !(names.IsFamily(right) && Beside(sentence, index, at + 2) is not null && !parts.Contains(at + 1)) || names.IsAddress(Word(sentence, at)) && IsAtStart(sentence, at);
    }

    private bool IsFollowed(Sentence sentence, int at) => at < sentence.Tokens.Count && !sentence.Tokens[at].Upper;

    /// <summary>A word with a capital beside a name, if it belongs to no other name that we know of more than one word; null elsewhere.</summary>
    private string? Beside(Sentence sentence, int index, int at)
    {
        if (at < 0 || at >= sentence.Tokens.Count || sentence.Tokens[at] is not { Kind: TokenKind.Word, Upper: true }) return null;
        foreach (var other in sentence.Names)
            if (other.First <= at && at < other.Last && (other.Length > 1 || !IsShort(other, sentence, text)) && other.Entry is not NounEntry) return null;
        // "Hàn Quốc - Mỹ" and "Việt Anh": a state of one syllable beside another is no name of anybody.
        return sentence.Names.Exists(other => other.First == at && IsShort(other, sentence, text)) ? null : Word(sentence, at);
    }

    /// <summary>Whether a word of address or of a kind of place ends right before a token.</summary>
    private bool HeadEndsAt(Sentence sentence, int at, Func<ReadOnlySpan<char>, bool> isHead)
    {
        for (var length = 1; length <= NamesOfPeople.LongestHead && length <= at; length++)
        {
            if (sentence.Tokens[at - length].Kind != TokenKind.Word) return false;
            if (isHead(text.AsSpan(sentence.Tokens[at - length].Start, sentence.Tokens[at - 1].End - sentence.Tokens[at - length].Start))) return true;
        }
        return false;
    }

    private void Count(Sentence sentence, HashSet<int> parts)
    {
        // "Nguyễn Văn Đức tố cáo": a whole name with its last syllable, which no form of a state's fits here.
        for (var at = 2; at < sentence.Tokens.Count; at++)
            if (IsCapital(sentence, at) && IsCapital(sentence, at - 1) && IsCapital(sentence, at - 2) && !(at + 1 < sentence.Tokens.Count && IsCapital(sentence, at + 1)) && names.IsFamily(Word(sentence, at - 2)) && names.IsPart(Word(sentence, at - 1))) borne.Add(Word(sentence, at));
        foreach (var token in sentence.Tokens)
            if (!token.Upper && token.Kind == TokenKind.Word && names.IsAddress(text.AsSpan(token.Start, token.End - token.Start))) spoken[Capital(token)] = spoken.GetValueOrDefault(Capital(token)) + 1;
        foreach (var name in sentence.Names)
        {
            if (!IsShort(name, sentence, text))
            {
                if ((name.Entry switch { ActorEntry { IsState: true } state => state.Code, PersonEntry person => person.Code, _ => null }) is { } code) sure[code] = sure.GetValueOrDefault(code) + 1;
                continue;
            }
            var word = Word(sentence, name.First);
            if (parts.Contains(name.First))
            {
                if (name.Last >= sentence.Tokens.Count || !sentence.Tokens[name.Last].Upper) borne.Add(word);
                if (names.IsAddress(word)) spoken[word] = spoken.GetValueOrDefault(word) + 1;
            }
            // "Thủ tướng Đức", "của Anh": an office or a small word before it is a state's.
            else if (!IsAtStart(sentence, name.First) && sentence.Names.Exists(other => other.Last == name.First && other.Entry is OfficeEntry))
            {
                sure[((ActorEntry)name.Entry).Code] = sure.GetValueOrDefault(((ActorEntry)name.Entry).Code) + 1;
            }
            else if (names.IsAddress(word) && !IsAtStart(sentence, name.First))
            {
                sure[((ActorEntry)name.Entry).Code] = sure.GetValueOrDefault(((ActorEntry)name.Entry).Code) + 1;
            }
        }
    }

    /// <summary>Whether a bare syllable means somebody whom the story has named by it, or is a word of address at the head of a sentence.</summary>
    private bool IsAgain(Sentence sentence, LexiconMatch name)
    {
        var (word, named) = (Word(sentence, name.First), sure.GetValueOrDefault(((ActorEntry)name.Entry).Code));
        if (borne.Contains(word) && named == 0) return true;
        return names.IsAddress(word) && IsAtStart(sentence, name.First) && spoken.GetValueOrDefault(word) > 2 * named;
    }

    private static bool IsCapital(Sentence sentence, int at) => sentence.Tokens[at] is { Kind: TokenKind.Word, Upper: true };

    private static bool IsAtStart(Sentence sentence, int at) => at == 0 || sentence.Tokens[at - 1].Kind != TokenKind.Word;

    /// <summary>Whether most words of a sentence have capitals: in a headline of such a kind they mark no names.</summary>
    private static bool IsHeadline(Sentence sentence)
    {
        var words = sentence.Tokens.Count(token => token.Kind == TokenKind.Word);
        var capitals = sentence.Tokens.Count(token => token is { Kind: TokenKind.Word, Upper: true });
        return capitals >= FewCapitals && capitals * 2 > words;
    }

    /// <summary>Whether a name is a state's, of one syllable as names of people have them.</summary>
    private static bool IsShort(LexiconMatch name, Sentence sentence, string text) =>
        name is { Length: 1, Entry: ActorEntry { IsState: true, Form: ActorForm.Name } } && sentence.Tokens[name.First] is var token && Syllables.IsSyllable(text.AsSpan(token.Start, token.End - token.Start));

    private string Word(Sentence sentence, int at) => text[sentence.Tokens[at].Start..sentence.Tokens[at].End];

    private string Capital(Token token) => char.ToUpperInvariant(text[token.Start]) + text[(token.Start + 1)..token.End];
}
