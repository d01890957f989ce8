// One pass over the pieces of one text: what was announced, what was ruled out, and which reading goes furthest.
using Servanda.Model;

namespace Servanda.Reading.Dates;

internal sealed class DatePass(DateFinder finder, string text, Pieces pieces)
{
    /// <summary>More words than this before or after one date are no date.</summary>
    private const int MostAdditions = 4;

    private readonly int[] guarded = Unguarded(finder.Guards.Length);
    private readonly List<RuleMatch> matches = [];
    private readonly List<Capture> captures = [];
    private int announcedAt = -1, joinedAt = -1, matchedAt = -1;
    private DateFinder.Found? before;

    private static int[] Unguarded(int guards)
    {
        var none = new int[guards];
        Array.Fill(none, -1);
        return none;
    }

    /// <summary>Notes what a word announces or rules out.</summary>
    /// <param name="guards">Those that can begin with it.</param>
    public void Notice(int at, int[] guards)
    {
        if (finder.AfterAnnouncement(pieces, at) is var announced and > 0) announcedAt = announced;
        foreach (var guard in guards)
            if (PatternTrie.Longest(finder.Guards[guard].Before, pieces, at) is { } end) guarded[guard] = end.Next;
    }

    /// <summary>The reading that starts at a piece and goes furthest; null where none does.</summary>
    public DateFinder.Found? Read(int at)
    {
        var joined = joinedAt == at;
        var found = Whole(at, announcedAt == at || joined, joined ? before : null, false);
        if (Prefixed(at) is { } prefixed && (found is null || prefixed.Next > found.Next)) found = prefixed;
        if (found is null) return null;
        if (found.Form is null)
        {
            before = null;
            return found;
        }
        found = (Ranged(found) ?? found) with { Joined = joined };
        before = found;
        joinedAt = finder.AfterListJoin(pieces, found.Next);
        return found;
    }

    /// <summary>A date with words before it that bound, date or time it: "kể từ 0 giờ ngày 7/11", "sáng thứ Ba, 19/10".</summary>
    private DateFinder.Found? Prefixed(int at)
    {
        var next = at;
        var additions = "";
        for (var i = 0; i < MostAdditions && next < pieces.Count && Best(next, Place.Before, false, null, false, null) is { } addition; i++)
        {
            additions += addition.Text + " ";
            next = addition.Next;
            if (next >= pieces.Count || Whole(next, true, null, false) is not { Form: { } form } found) continue;
            if (DateAdditions.Before(additions, form) is not { } whole) continue;
            return found with { Span = new(pieces[at].Start, found.Span.End), Form = whole };
        }
        return null;
    }

    /// <summary>A date with the words after it that belong to it: "tháng 10 năm ngoái", "hôm qua (7/11)", "2/2 tới".</summary>
    private DateFinder.Found? Whole(int at, bool announced, DateFinder.Found? joinedTo, bool inRange)
    {
        if (Best(at, Place.Date, announced, joinedTo, inRange, null) is not { } best) return null;
        var found = new DateFinder.Found(new(pieces[at].Start, pieces[best.Next - 1].End), best.Next, best.Rule, best.Form, false);
        for (var i = 0; i < MostAdditions && found.Form is { } form && found.Next < pieces.Count; i++)
        {
            if (Best(found.Next, Place.After, false, null, false, form) is not { } addition) break;
            found = found with { Span = new(found.Span.Start, pieces[addition.Next - 1].End), Next = addition.Next, Form = addition.Form };
        }
        return found;
    }

    /// <summary>The range that a date opens: "từ ngày 1 đến 5/3", "2014–2019".</summary>
    private DateFinder.Found? Ranged(DateFinder.Found first)
    {
        if (first.Form is not { IsDuration: false, IsRange: false } form || finder.AfterRangeJoin(pieces, first.Next) is not (> 0 and var next) || next >= pieces.Count) return null;
        if (Whole(next, true, first, true) is not { Form: { IsDuration: false, IsRange: false } end } last || DateLists.Range(form, end) is not { } whole) return null;
        return first with { Span = first.Span.Cover(last.Span), Next = last.Next, Form = whole };
    }

    private enum Place { Date, Before, After }

    private sealed record Reading(int Next, DateRule Rule, string Text, DateForm? Form);

    /// <summary>The longest reading from a piece on that may stand there; of equally long ones the rule that its file names first.</summary>
    private Reading? Best(int at, Place place, bool announced, DateFinder.Found? joinedTo, bool inRange, DateForm? addTo)
    {
        if (!finder.Rules.CanStart(pieces[at])) return null;
        Reading? best = null;
        var order = int.MaxValue;
        foreach (var (rule, next, slots) in Matches(at))
        {
            if (place != rule.Kind switch { DateRuleKind.Before => Place.Before, DateRuleKind.After => Place.After, _ => Place.Date }) continue;
            var compiled = finder.Compiled[rule];
            if (best is not null && (next < best.Next || next == best.Next && compiled.Order >= order)) continue;
            if (!Allowed(rule, compiled, at, next, slots, announced, joinedTo, inRange)) continue;
            var words = compiled.Form.Fill(slots);
            DateForm? form = null;
            if (place == Place.After)
            {
                if (DateAdditions.After(addTo!, words) is not { } added || !DateLists.Exists(added)) continue;
                form = added;
            }
            else if (place == Place.Date && rule.Kind != DateRuleKind.Ignore)
            {
                form = finder.Forms.Of(words);
                if (form is null || !DateLists.Exists(form)) continue;
                if (rule.Kind == DateRuleKind.Continuation && !inRange && !DateLists.Continues(joinedTo?.Form, form, Continued(next))) continue;
            }
            best = new(next, rule, words, form);
            order = compiled.Order;
        }
        return best;
    }

    /// <summary>All rules that fit from a piece on. Kept for the last piece asked for: it is asked for dates first and for what may stand before a date next.</summary>
    private List<RuleMatch> Matches(int at)
    {
        if (at != matchedAt)
        {
            matches.Clear();
            finder.Rules.Walk(pieces, at, captures, matches);
            matchedAt = at;
        }
        return matches;
    }

    private bool Allowed(DateRule rule, DateFinder.CompiledRule compiled, int at, int next, IReadOnlyList<Capture> captures, bool announced, DateFinder.Found? joinedTo, bool inRange)
    {
        if (rule.Kind == DateRuleKind.Continuation && joinedTo is null) return false;
        if (rule.Kind == DateRuleKind.Bare && !announced && !Bracketed(at, next, captures) && !BareDates.Unmistakable(captures)) return false;
        foreach (var guard in compiled.Guards)
            if (guarded[guard] == at && !inRange || finder.Guards[guard].Follows(pieces, next)) return false;
        return rule.Kind is DateRuleKind.Ignore or DateRuleKind.Before || Free(at, next, inRange);
    }

    /// <summary>Whether the list goes on with another number: "ngày 1, 2 và 3/5".</summary>
    private bool Continued(int next) => finder.AfterListJoin(pieces, next) is > 0 and var join && join < pieces.Count && pieces[join].Number >= 0;

    private bool Bracketed(int at, int next, IReadOnlyList<Capture> captures) =>
        at > 0 && next < pieces.Count && pieces[at - 1].Sign is '(' or '[' && pieces[next].Sign is ')' or ']' or ',' or '-' or '–' && BareDates.InBrackets(captures);

    /// <summary>Whether nothing is glued to either end that makes it part of something else: "9M729", "28/GP-BTTTT", "0,5%".</summary>
    private bool Free(int at, int next, bool inRange)
    {
        var (first, last) = (pieces[at], pieces[next - 1]);
        if (first.Start > 0 && !first.Space && at > 0)
        {
            var left = text[first.Start - 1];
            if (char.IsLetterOrDigit(left) && char.IsLetterOrDigit(text[first.Start])) return false;
            if (!inRange && first.Number >= 0 && left is '-' or '/' or '.' or ',' or ':' or '–' or '+' && first.Start > 1 && char.IsLetterOrDigit(text[first.Start - 2])) return false;
        }
        if (last.End >= text.Length) return true;
        var right = text[last.End];
        if (char.IsLetterOrDigit(right)) return false;
        if (last.Number < 0) return true;
        if (right is '%' or '‰' or '°') return false;
        if (last.End + 1 >= text.Length || right is not ('/' or '.' or ',' or ':' or '-')) return true;
        var beyond = text[last.End + 1];
        return right is '-' ? !char.IsLetter(beyond) : !char.IsLetterOrDigit(beyond);
    }
}
