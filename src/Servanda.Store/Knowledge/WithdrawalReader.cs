// Reads a withdrawal clause: its end-date rule with the parameters that the rule needs, and its modifiers.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class WithdrawalReader(GroundReader grounds)
{
    private static readonly string[] Rules =
    [
        "unknown", "none", "before_intended_date", "after_receipt", "expiry_after_receipt", "first_of_month_after", "fixed_calendar", "min_in_force_then",
        "auto_renew_with_notice", "fixed_term", "fixed_term_auto_renew", "mutual_consent_only",
    ];

    public Withdrawal Read(DataNode item)
    {
        item.Allow("type", "rule", "period", "applies_to", "addressees", "statement", "revocable", "least_in_force", "calendar", "month_end", "zone", "blocked_while", "dues", "only_if", "sunset",
            "ends_agreement", "article", "source", "verified", "note");
        if (!item["rule"].Exists) item["rule"].Missing(string.Join(", ", Rules));
        var word = item["rule"].OneOf(Rules);
        var rule = word is null ? EndDateRule.Unknown : (EndDateRule)Array.IndexOf(Rules, word);
        if (rule is EndDateRule.BeforeIntendedDate or EndDateRule.AfterReceipt or EndDateRule.ExpiryAfterReceipt or EndDateRule.FirstOfMonthAfter or EndDateRule.MinInForceThen or EndDateRule.AutoRenewWithNotice
            && !item["period"].Exists) item["period"].Missing("a length such as 6 months");
        if (rule == EndDateRule.FixedCalendar && !item["calendar"].Exists) item["calendar"].Missing("on, notice_by and notice_year");
        if (rule == EndDateRule.MinInForceThen && !item["least_in_force"].Exists) item["least_in_force"].Missing("period and from");
        return new()
        {
            Ground = grounds.Of(item, articleNeeded: item["rule"].Exists && word is null || rule is not (EndDateRule.Unknown or EndDateRule.None or EndDateRule.FixedTerm)),
            Rule = rule,
            Period = item["period"].TermPeriod(),
            AppliesTo = AgreementReader.Actors(item["applies_to"]),
            Addressees = item["addressees"].Texts(),
            StatementRequired = item["statement"].Flag(),
            Revocable = item["revocable"].Flag(true),
            LeastInForce = LeastInForce(item["least_in_force"]),
            Calendar = Calendar(item["calendar"]),
            MonthEnd = item["month_end"].OneOf("undeclared", "last-day", "next-day") switch { "last-day" => MonthEnd.LastDay, "next-day" => MonthEnd.NextDay, _ => MonthEnd.Undeclared },
            Zone = item["zone"].Text(),
            BlockedWhile = item["blocked_while"].OneOf("armed-conflict"),
            DuesRequired = item["dues"].Flag(),
            OnlyIf = item["only_if"].OneOf("breach-by-another"),
            Sunset = item["sunset"].TermPeriod(),
            EndsAgreement = item["ends_agreement"].Flag(),
        };
    }

    private static LeastInForce? LeastInForce(DataNode node)
    {
        if (!node.Exists) return null;
        node.Allow("period", "from");
        return new(node["period"].RequiredPeriod(), node["from"].OneOf("agreement", "party") == "party" ? InForceFrom.Party : InForceFrom.Agreement);
    }

    private static CalendarDay? Calendar(DataNode node)
    {
        if (!node.Exists) return null;
        node.Allow("on", "notice_by", "notice_year", "last_day_in");
        var (month, day) = node["on"].MonthDay();
        var (noticeMonth, noticeDay) = node["notice_by"].MonthDay();
        return new(month, day, noticeMonth, noticeDay, node["notice_year"].Whole(-1, 0) ?? 0, node["last_day_in"].Flag());
    }
}
