// What a story's own page says of the day it was told: stamps, datelines, dates, offices.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Gathers clues in stories of one language. The weights are judgements, ordered by how seldom each kind of clue misleads.</summary>
internal sealed partial class ToldClues(DateLexicon lexicon, IReadOnlyList<DateFinder> finders, HeldOffices? offices, HeldOfficeWords? words)
{
    private const double Stamp = 0.88, StampBelowTitle = 0.85, StampAboveTitle = 0.55, StampClock = 0.1, StampInBody = 0.15, Address = 0.85, SameDay = 0.9, Anniversary = 0.85, Dateline = 0.7, FullDateline = 0.85, OpeningDate = 0.55, NewsDay = 0.42, DaysAfter = 0.4,
        Weekday = 0.5, Ahead = 0.6, Behind = 0.45, PastYear = 0.75, RecentYear = 0.3, EventYear = 0.5, Holder = 0.5, Former = 0.55, Act = 0.5, NotThen = 0.2;

    /// <summary>Days after the end of a term in which a page may still call the person by the office.</summary>
    private const int TermSlack = 45;

    /// <summary>A story that tells of a day as news comes at most this many days after it.</summary>
    private const int MostDaysAfter = 20;

    /// <summary>Between a number of years and the day that it is counted from stand at most this many letters, and as many from the word that makes it exact.</summary>
    private const int Counted = 14;

    /// <summary>A round-up tells of days that lie less than this many days apart.</summary>
    private const int RoundUp = 10;

    /// <summary>A day at most this many days off a dated one is of the same visit or meeting.</summary>
    private const int Beside = 2;

    /// <summary>A later paragraph that opens with a day at most this many days after the news tells of news as well.</summary>
    private const int Sequel = 3;

    /// <summary>A day "vừa qua" lies at most this many days before the story.</summary>
    private const int JustPast = 7;

    /// <summary>Letters before a date that still opens its paragraph: "Vào ngày …", "(BNO) Ngày …".</summary>
    private const int OpeningWords = 14;

    /// <summary>A stamp has at most this many characters beside its date.</summary>
    private const int StampRest = 40;

    /// <summary>An issue is for at most this many days.</summary>
    private const int LongestIssue = 31;

    /// <summary>What parts a line of a header.</summary>
    private const string Partings = "|»›>·•–—-";

    /// <summary>The finder of the story's language, then the others: a Vietnamese page may carry an English stamp.</summary>
    private readonly DateFinder dates = finders[0];
    private readonly TenseCues cues = new(lexicon);
    private readonly OfficeMentions? holders = offices is not null && words is not null ? new(offices, words) : null;

    public IEnumerable<ToldClue> Of(Story story, IReadOnlyList<DatedAct> history, IReadOnlyList<DateMention>? known)
    {
        var all = StoryDates.Of(story, known ?? StoryDates.Find(story, dates), cues);
        return [.. Stamps(story), .. SameDays(all), .. Anniversaries(story, all), .. OpeningDays(story, all), .. OpeningFullDate(story, all), .. AheadAndBehind(all), .. Years(story, all), .. Terms(story, all), .. Acts(all, history)];
    }

    /// <summary>A day and month that are those of an established act are most likely its own.</summary>
    private static IEnumerable<ToldClue> Acts(IReadOnlyList<StoryDate> all, IReadOnlyList<DatedAct> history)
    {
        foreach (var date in all)
        {
            if (date.Form is not { IsRange: false, Start: { Day: { } day, Month: { } month, Year: null } point } || point.Lunar) continue;
            foreach (var act in history)
            {
                if (act.Date is not { IsDay: true, Earliest: { } when } || when.Month != month || when.Day != day) continue;
                var days = point.Offset is { Unit: DateUnit.Year, Base: DateBase.Told } offset
                    ? DaySet.Between(new(when.Year - offset.Count, 1, 1), new(when.Year - offset.Count, 12, 31))
                    : DaySet.Between(when.PlusDays(-130), when.PlusDays(300));
                yield return new(ToldGround.AgreementHistory, days, Act, date.Mention.Span, $"'{date.Mention.Expression.Words}' is the day of {act.What} ({act.Agreement}, {act.Date})");
            }
        }
    }
}
