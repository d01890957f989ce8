// Subjects that are no actor of ours: names that nobody has introduced, firms, somebody's people.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Sees who acts though no list knows him, so that nobody named before is taken to have done it.</summary>
public sealed partial class PhraseReader
{
    /// <summary>Whether a name that no list and no office knows is the subject of what follows: "Tuy nhiên, Huawei bác bỏ …". Whoever it is, nobody named before does it.</summary>
    private bool IsStranger(int at, int end) =>
        Joining.IsVerbAhead(words, end) && (at == 0 ? end > 1 && words.StartingAt(0).Length == 0 : OpensClause(at));

    /// <summary>Whether a subject may begin at a token: a mark, a connective or a verb of saying stands before.</summary>
    private bool OpensClause(int at) =>
        at == 0 || tokens[at - 1].Mark is ',' or ';' or ':' or '"' || words.EndingAt(at).Any(word => word.Entry is AttributionEntry { Kind: "verb" } or FunctionEntry { Role: "that" or "contrast" or "also" or "while" or "after" or "because" })
        || words.Before(at, "several") is { } count && OpensClause(count.First);

    /// <summary>"song các ngư dân phản đối", "Huawei bác bỏ": what a firm or somebody's people do, no state does.</summary>
    private bool IsPrivate(string kind, int first, int end) => kind is "business" or "citizen" or "journalist" && Joining.IsVerbAhead(words, end) && OpensClause(first);
}
