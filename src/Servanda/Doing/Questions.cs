// The two times that every question can name: the day in the world and the day of knowledge.
using NodaTime;
using Servanda.Doors;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary><c>--on</c> asks for what lies on a day, <c>--known-at</c> for what was known on one. Of events, what may lie on the day counts; what is undated does not.</summary>
internal static class Questions
{
    public static Option On { get; } = new("--on", "DATE");

    public static Option KnownAt { get; } = new("--known-at", "DATE");

    /// <summary>The first and last day asked for: <c>--from</c> and <c>--to</c>, or <c>--on</c> for both.</summary>
    public static (LocalDate? From, LocalDate? To) DaysOf(Call call)
    {
        if (call.Day("--on") is not { } on) return (call.Day("--from"), call.Day("--to"));
        if (call.Text("--from") is not null || call.Text("--to") is not null) throw new WrongCall("wrong.on-and-range");
        return (on, on);
    }

    /// <summary>The events of an agreement or between actors, on a day, as known on a day.</summary>
    public static EventQuery EventsOf(Call call, string agreement = "AGREEMENT")
    {
        var (from, to) = DaysOf(call);
        return new()
        {
            Agreement = call.Agreement(agreement)?.Id,
            Actors = call.Actors("--actors"),
            From = from,
            To = to,
            KnownAt = call.Day("--known-at"),
        };
    }

    /// <summary>Whether nothing was asked for in particular.</summary>
    public static bool IsOpen(EventQuery query) => query is { Agreement: null, Actors.Count: 0, From: null, To: null, KnownAt: null };
}
