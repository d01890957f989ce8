// The forms of dates by their text, parsed once: the same few hundred days are on page after page.
using System.Collections.Concurrent;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Remembers what it has parsed, up to a bound, and gives what parsing would give. May be used by many threads at once.</summary>
internal sealed class KnownForms
{
    /// <summary>Beyond so many texts nothing more is remembered.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<string, DateForm?> forms = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The form; null where the text is none.</summary>
    public DateForm? Of(string text)
    {
        if (forms.TryGetValue(text, out var known)) return known;
        var form = DateForm.TryParse(text, out var parsed) ? parsed : null;
        if (Volatile.Read(ref count) < Most && forms.TryAdd(text, form)) Interlocked.Increment(ref count);
        return form;
    }
}
