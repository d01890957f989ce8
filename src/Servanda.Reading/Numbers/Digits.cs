// Numbers written in digits as Vietnamese writes them: a point groups thousands, a comma opens the decimals.
using Servanda.Reading.Dates;

namespace Servanda.Reading.Numbers;

internal static class Digits
{
    /// <summary>The number whose first run of digits is at a piece, and the piece after it: "5.500" is 5500, "1,5" is 1.5, "20.000,5" is 20000.5.
    /// Null where the run is too long to be a count.</summary>
    public static (decimal Value, int Next)? Read(Pieces pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Number is < 0 or int.MaxValue) return null;
        decimal value = piece.Number;
        var next = at + 1;
        if (piece.Digits <= 3)
            while (Part(pieces, next, '.') is { Digits: 3 } group && value < 1_000_000_000_000m)
            {
                value = value * 1000 + group.Number;
                next += 2;
            }
        if (Part(pieces, next, ',') is { Number: < int.MaxValue, Digits: <= 20 } decimals)
        {
            var scale = 1m;
            for (var i = 0; i < decimals.Digits; i++) scale *= 10;
            return (value + decimals.Number / scale, next + 2);
        }
        return (value, next);
    }

    /// <summary>The digits after a sign that stands glued between two runs of digits.</summary>
    private static Piece? Part(Pieces pieces, int at, char sign)
    {
        if (at + 1 >= pieces.Count || pieces[at].Space || pieces[at + 1].Space || pieces[at + 1].Number < 0 || pieces[at].Sign != sign) return null;
        return pieces[at + 1];
    }
}
