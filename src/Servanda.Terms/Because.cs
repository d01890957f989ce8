// The chain of reasons of a status: each line an article, a fact with its source, or a step of arithmetic.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Because
{
    public static IReadOnlyList<Reason> Of(Agreement agreement, string party, PartyState state, PartyStatus status, string? towards, LocalDate on, ILookup<string, Deed> agreeing)
    {
        var all = new List<Reason>();
        switch (status)
        {
            case PartyStatus.Signatory:
                Add(state.Signed);
                all.Add(new(new("reason.signatory-is-no-party", party)));
                break;
            case PartyStatus.Ratified:
                Add(state.Ratified);
                break;
            case PartyStatus.NoLongerRatified:
                Add(state.Deratified);
                all.Add(new(new("reason.deratified-is-signatory", party)));
                break;
            case PartyStatus.Provisional:
                Add(state.Provisional);
                break;
            case PartyStatus.InForce or PartyStatus.NoticeRunning or PartyStatus.Suspended:
                Bound(state);
                if (status == PartyStatus.Suspended)
                {
                    foreach (var held in state.Suspensions.Where(deed => deed.Towards.Count == 0 || towards is not null && deed.Towards.Contains(towards))) Add(held);
                    all.Add(new(new("reason.suspended-is-in-force"), "VCLT 72"));
                }
                if (state.Notice is { } notice)
                {
                    Notice(notice);
                    if (notice.End.Day is { } end) all.Add(new(new("reason.clock-runs", Edtf.Iso(on), Edtf.Iso(end), $"{Period.DaysBetween(on, end)}"), Clause(party)));
                }
                break;
            case PartyStatus.Withdrawn or PartyStatus.Ended:
                if (state.OutAfter is { } left) Notice(left);
                var last = state.Ended ?? state.Out;
                if (last is { Origin: Origin.Computed, Act: "withdraw" }) all.Add(new(new("reason.clock-ran-out", party, Edtf.Iso(last.Last)), Clause(party), Verified: last.Ground.Verified));
                else if (last is { Origin: Origin.Computed }) all.Add(new(new("reason.term-ran-out", Edtf.Iso(last.Last)), agreement.Of<DurationProvision>().FirstOrDefault()?.Ground.Article, Verified: last.Ground.Verified));
                else Add(last);
                if (status == PartyStatus.Ended && last is { Act: "withdraw" }) all.Add(new(new("reason.leaving-ends-agreement", last.Parties.Count > 0 ? last.Parties[0] : party)));
                break;
        }
        return all;

        void Bound(PartyState from)
        {
            if (from.Presupposed && from.Bound is { } act) all.Add(new(new("reason.presupposed", party, act.Act, Edtf.Iso(act.Last)), Report: act.Origin == Origin.Event ? act.Id : null, Verified: false));
            else Add(from.Bound);
        }

        void Notice(RunningNotice notice)
        {
            Add(notice.Deed);
            all.AddRange(notice.End.Steps.Select(step => Addressed(agreement, step)));
        }

        void Add(Deed? deed)
        {
            if (deed is null) return;
            all.Add(Told(agreement, deed, party));
            foreach (var other in agreeing[deed.Id].OrderBy(other => other.Id, StringComparer.Ordinal))
                all.Add(other.Record is { } record ? new(new("reason.also-recorded", record.Reference, deed.Act, party), Source: record.Address, Report: other.Id) : new(new("reason.also-reported", deed.Act, party), Report: other.Id));
        }

        string? Clause(string of) => agreement.ClauseFor(of)?.Ground.Article;
    }

    /// <summary>An act and what it rests on.</summary>
    public static Reason Told(Agreement agreement, Deed deed, string party)
    {
        var date = deed.First == deed.Last ? Edtf.Iso(deed.Last) : Edtf.Between(deed.First, deed.Last).Text;
        var actors = deed.Parties.Count == 0 || deed.Act is Deeds.Succeed ? party : string.Join(',', deed.Parties);
        if (deed is { Origin: Origin.Event, Record: { } record }) return new(new("reason.recorded-act", actors, deed.Act, date, record.Reference), Source: record.Address, Report: deed.Id);
        return deed.Origin == Origin.Event
            ? new(new("reason.reported-act", actors, deed.Act, date, $"{deed.Reports.Count}"), Report: deed.Id, Verified: false)
            : deed.Act switch
            {
                Deeds.Succeed => new(new("reason.succeeded", party, string.Join(',', deed.Towards), date), deed.Ground.Article, Address(agreement, deed.Ground), Verified: deed.Ground.Verified),
                Deeds.ApplyProvisionally => new(new("reason.provisional", party, date), deed.Ground.Article, Address(agreement, deed.Ground), Verified: deed.Ground.Verified),
                "enter-into-force" => new(new("reason.bound", actors, date), deed.Ground.Article, Address(agreement, deed.Ground), Verified: deed.Ground.Verified),
                _ when deed.Parties.Count == 0 => new(new("reason.agreement-act", agreement.Id, deed.Act, date), deed.Ground.Article, Address(agreement, deed.Ground), Verified: deed.Ground.Verified),
                _ => new(new("reason.register-act", actors, deed.Act, date), deed.Ground.Article, Address(agreement, deed.Ground), Verified: deed.Ground.Verified),
            };
    }

    /// <summary>A step of an end-date rule, which names its source by key, with the address instead.</summary>
    public static Reason Addressed(Agreement agreement, Reason step) => step with { Source = step.Source is { } key ? agreement.Source(key)?.Address : null };

    /// <summary>The address of the first source, for the reader to follow; null: from memory.</summary>
    public static string? Address(Agreement agreement, Ground ground) => ground.Sources.Count == 0 ? null : agreement.Source(ground.Sources[0])?.Address;
}
