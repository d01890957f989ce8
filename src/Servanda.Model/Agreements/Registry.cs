// The agreements that there are files of, each read when it is first asked for: a question about one of them waits for no other.
using System.Collections;

namespace Servanda.Model;

/// <summary>In the order of their ids. Safe to be asked from several threads.</summary>
/// <param name="ids">In ordinal order, each once.</param>
/// <param name="read">Gives the agreement of an id; the same whenever it is asked.</param>
public sealed class Registry(IReadOnlyList<string> ids, Func<string, Agreement> read) : IReadOnlyList<Agreement>
{
    private readonly Lazy<Agreement>[] agreements = [.. ids.Select(id => new Lazy<Agreement>(() => read(id)))];
    private readonly string[] ids = [.. ids];

    public int Count => ids.Length;

    public Agreement this[int index] => agreements[index].Value;

    /// <summary>Null where there is none of this id.</summary>
    public Agreement? Find(string id) => Array.BinarySearch(ids, id, StringComparer.Ordinal) is >= 0 and var at ? this[at] : null;

    public IEnumerator<Agreement> GetEnumerator() => agreements.Select(agreement => agreement.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class RegistryQuestions
{
    /// <summary>The agreement of an id; null where there is none, or no id. Of a <see cref="Registry"/> no other is read for it.</summary>
    public static Agreement? Find(this IReadOnlyList<Agreement> agreements, string? id) =>
        id is null ? null : agreements is Registry registry ? registry.Find(id) : agreements.FirstOrDefault(agreement => string.Equals(agreement.Id, id, StringComparison.Ordinal));
}
