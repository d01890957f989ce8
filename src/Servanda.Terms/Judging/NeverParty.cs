// A return to an agreement, or to the body it set up, by someone who was never in it.
using Servanda.Model;

namespace Servanda.Terms;

internal static class NeverParty
{
    /// <summary>By what was coded as taking part again, and by sentences that say of a state, in so many words, that it returns.</summary>
    public static IEnumerable<Finding> Of(PageCase page) => Presupposed(page).Concat(Reported(page)).DistinctBy(finding => (finding.Agreement, finding.Says.Arguments[0]));

    private static IEnumerable<Finding> Reported(PageCase page)
    {
        foreach (var report in page.Affirmed("resume"))
        {
            if (report.Source.Count != 1 || page.Book.Find(report.Agreement) is not { PartiesComplete: true, Kind: AgreementKind.Treaty } agreement || !Outside(page, agreement, report.Source[0])) continue;
            yield return Found.Of(FindingKind.Imprecise, agreement.Id, "source", new("finding.never-party", report.Source[0], agreement.Id), null, [report], [Found.Reported(report), Listed(agreement)]);
        }
    }

    /// <summary>
    /// "… để Nga quay lại NATO": the state stands right before the word, with nothing but a conjunction or a stop before it (else its delegation, or a person, may be meant), and the agreement or body right behind it.
    /// Nobody need say that it will happen: that it could presupposes that it once was.
    /// </summary>
    private static IEnumerable<Finding> Presupposed(PageCase page)
    {
        var (words, text) = (page.Book.Words, page.Reading.Story.Text);
        var (returns, modals, openers, links) = (words.Of(page.Language, "return"), words.Of(page.Language, "return-modal"), words.Of(page.Language, "return-opener"), words.Of(page.Language, "return-link"));
        foreach (var sentence in Sentences.Of(page.Reading.Story))
        {
            var said = sentence.In(text);
            foreach (var word in returns)
            {
                if (Cues.At(word, said) is not (>= 0 and var at) || page.Book.ActorAtEnd(Without(said[..at], modals), page.Language) is not { } actor) continue;
                if (!Opens(actor.Before, openers) || To(page, WithoutFirst(said[(at + word.Length)..], links)) is not { } agreement || !Outside(page, agreement, actor.Code)) continue;
                var told = page.Reports.Where(report => report.Evidence.Any(span => span.Overlaps(sentence)) || agreement.Body is { } body && report.Source.Concat(report.Target).ToHashSet().IsSupersetOf([actor.Code, body]))
                    .OrderBy(report => report.Evidence.Count == 0 ? int.MaxValue : report.Evidence.Min(span => Math.Abs(span.Start - sentence.Start))).ThenBy(report => report.Id, StringComparer.Ordinal).Take(1).ToList();
                if (told.Count == 0) continue;
                yield return Found.Of(FindingKind.Imprecise, agreement.Id, "source", new("finding.never-party", actor.Code, agreement.Id), agreement.Body is { } with ? new("repair.dialogue", actor.Code, with) : null, told,
                    [new(new("reason.sentence-says", said.Trim())), Listed(agreement)]);
            }
        }
    }

    /// <summary>The treaty whose parties are all known and whose name, or the name of whose body, begins the text; null: none, or a name that others go by as well.</summary>
    private static Agreement? To(PageCase page, string text)
    {
        var body = page.Book.ActorAtStart(text, page.Language);
        return page.Book.Agreements.FirstOrDefault(agreement => agreement.Kind == AgreementKind.Treaty && (agreement.PartiesComplete || agreement.PartiesClosed.Count > 0)
            && (agreement.Body is { } own && own == body || page.Language is { } language && agreement.Names.GetValueOrDefault(language) is { } names && names.Any(name => !agreement.Context.ContainsKey(name) && Cues.At(name, text) == 0)));
    }

    private static bool Outside(PageCase page, Agreement agreement, string party) =>
        !agreement.PartiesClosed.Contains(party) && !agreement.Parties.Any(entry => entry.Party == party || entry.Succeeds == party) && !page.Book.IsOrganisation(party);

    private static Reason Listed(Agreement agreement) => new(new("reason.all-parties-listed", agreement.Id, $"{Math.Max(agreement.Parties.Count, agreement.PartiesClosed.Count)}"), Verified: agreement.Parties.All(entry => entry.Ground.Verified));

    private static bool Opens(string before, IReadOnlyList<string> openers) => before.Length == 0 || !char.IsLetterOrDigit(before[^1]) || openers.Any(opener => EndsWith(before, opener));

    private static string Without(string text, IReadOnlyList<string> last)
    {
        text = text.TrimEnd();
        while (last.FirstOrDefault(word => EndsWith(text, word)) is { } found) text = text[..^found.Length].TrimEnd();
        return text;
    }

    private static string WithoutFirst(string text, IReadOnlyList<string> first)
    {
        text = text.TrimStart();
        while (first.FirstOrDefault(word => Cues.At(word, text) == 0) is { } found) text = text[found.Length..].TrimStart();
        return text;
    }

    private static bool EndsWith(string text, string word) => text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[^(word.Length + 1)]));
}
