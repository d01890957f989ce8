// Numbers written in words, read from pieces: "hai mươi lăm", "ba trăm linh năm", "twenty-one".
using Servanda.Model;
using Servanda.Reading.Dates;
using Piece = Servanda.Reading.Dates.Piece;

namespace Servanda.Reading.Numbers;

internal sealed class NumberWords
{
    private readonly NumberWord?[] byWord;

    public NumberWords(IReadOnlyList<NumberWord> words, Vocabulary vocabulary)
    {
        var numbered = words.Select(word => (Number: vocabulary.Add(word.Word), Word: word)).ToList();
        byWord = new NumberWord?[numbered.Count == 0 ? 0 : numbered.Max(w => w.Number) + 1];
        foreach (var (number, word) in numbered) byWord[number] = word;
    }

    /// <summary>The number that starts at a piece and the piece after it; null where none starts there.</summary>
    public (decimal Value, int Next)? Read(Pieces pieces, int at)
    {
        decimal total = 0, group = 0, digit = 0;
        bool pending = false, tens = false, filler = false;
        var next = at;
        while (next < pieces.Count && Word(pieces[next]) is { } word)
        {
            var first = next == at;
            if (word.Place == NumberPlace.First && !first && !filler && !(next + 1 < pieces.Count && Word(pieces[next + 1]) is { Role: NumberRole.Scale, Value: <= 100 }) || word.Place == NumberPlace.Later && !tens && !filler && group == 0) break;
            if (word.Role == NumberRole.Digit && !pending)
            {
                (digit, pending) = (word.Value, true);
            }
            else if (word.Role == NumberRole.Tens && !pending && !tens)
            {
                group += word.Value;
                tens = true;
            }
            else if (word.Role == NumberRole.Scale && word.Value == 10 && pending && !tens)
            {
                group += digit * 10;
                (digit, pending, tens) = (0, false, true);
            }
            else if (word.Role == NumberRole.Scale && word.Value == 100 && pending && group < 100 && !tens)
            {
                group += digit * 100;
                (digit, pending) = (0, false);
            }
            else if (word.Role == NumberRole.Scale && word.Value >= 1000 && group + digit > 0 && (total == 0 || total % (word.Value * 1000) == 0))
            {
                total += (group + digit) * word.Value;
                (group, digit, pending, tens) = (0, 0, false, false);
            }
            else if (!(word.Role == NumberRole.Filler && !first && !filler && !pending && next + 1 < pieces.Count && Word(pieces[next + 1]) is { Role: NumberRole.Digit or NumberRole.Tens }))
            {
                break;
            }
            filler = word.Role == NumberRole.Filler;
            next++;
        }
        return next == at || total + group + digit == 0 ? null : (total + group + digit, next);
    }

    public NumberWord? Word(int word) => word > 0 && word < byWord.Length ? byWord[word] : null;

    private NumberWord? Word(Piece piece) => Word(piece.Word);
}
