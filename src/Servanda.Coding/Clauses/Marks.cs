// Whether marks part a stretch of a sentence.
using Servanda.Model;

namespace Servanda.Coding;

internal static class Marks
{
    /// <summary>Whether any mark stands among the tokens from the first on and before the last.</summary>
    public static bool HasMark(this Sentence sentence, int first, int last)
    {
        for (var at = first; at < last; at++)
            if (sentence.Tokens[at].Kind == TokenKind.Mark) return true;
        return false;
    }

    /// <summary>Whether a mark that parts what is told stands among them: a bracket, a dash or a quotation mark does not.</summary>
    public static bool IsParted(this Sentence sentence, int first, int last)
    {
        for (var at = first; at < last; at++)
            if (sentence.Tokens[at].Mark is ',' or ';' or ':' or '.') return true;
        return false;
    }
}
