// A step of a chain of reasons, as one line or as JSON: what is said, and the article, source or report that it rests on.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class Reasons
{
    public static string Line(Reason reason, Wording words)
    {
        var rests = new List<string>();
        if (reason.Article is { } article) rests.Add(words.Article(article));
        if (reason.Source is { } source) rests.Add(source);
        if (reason.Report is { } report) rests.Add(words.Say("reason.report", Short(report)));
        if (!reason.Verified) rests.Add(words.Say("reason.unverified"));
        var said = words.Say(reason.Text);
        return rests.Count == 0 ? said : $"{said} [{string.Join("; ", rests)}]";
    }

    public static void Steps(Utf8JsonWriter json, IEnumerable<Reason> reasons, Wording words) => json.Objects("steps", reasons, reason =>
    {
        json.WriteString("says", words.Say(reason.Text));
        json.WriteString("article", reason.Article);
        json.WriteString("source", reason.Source);
        json.WriteString("report", reason.Report);
        json.WriteBoolean("verified", reason.Verified);
    });

    /// <summary>The beginning of an id, long enough to be found again.</summary>
    public static string Short(string id) => id.Length > 12 ? id[..12] : id;
}
