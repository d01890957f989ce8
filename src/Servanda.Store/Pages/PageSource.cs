// Files, folders, patterns and standard input as a course of pages.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Opens what the user named and hands each stream to the reader of records. Arguments keep their order; the files of a folder or a pattern come in ordinal order
/// of their paths. A file named twice is read once. Names that begin with a dot are left out of folders. What cannot be opened is a reject.
/// </summary>
public static class PageSource
{
    /// <summary>The name by which standard input goes.</summary>
    public const string Input = "-";

    /// <summary>The pages of all that was named, one after the other.</summary>
    /// <param name="paths">Files, folders (read through), patterns with <c>*</c>, <c>?</c> and <c>**</c>, or <c>-</c> for <paramref name="input"/>.</param>
    /// <param name="records">Gives the pages of an opened stream; the sighting has the file's name and path.</param>
    public static IEnumerable<PageOrReject> Read(IEnumerable<string> paths, Func<Stream, Sighting, IEnumerable<PageOrReject>> records, Stream? input = null)
    {
        foreach (var source in Files(paths))
        {
            if (source.Reject is { } reject) yield return reject;
            else
                foreach (var page in source.Path == Input ? records(input ?? Stream.Null, source.Sighting) : source.Read(records))
                    yield return page;
        }
    }

    /// <summary>The files that were named, and a reject for what is none; nothing is opened yet.</summary>
    public static IEnumerable<SourceFile> Files(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == Input)
            {
                yield return new(Input, new(Input, Input));
                continue;
            }
            foreach (var (file, reject) in Files(path))
                if (reject is not null || seen.Add(Path.GetFullPath(file)))
                    yield return new(file, SightingOf(file), reject);
        }
    }

    /// <summary>How many bytes the named files have together; null where they are not to be counted beforehand (standard input, pipes, very many files).</summary>
    public static long? BytesOf(IEnumerable<string> paths)
    {
        const int MostFiles = 200_000;
        long bytes = 0;
        var files = 0;
        foreach (var source in Files(paths))
        {
            if (source.Path == Input || ++files > MostFiles) return null;
            bytes += source.Length;
        }
        return bytes;
    }

    /// <summary>A sighting of a file that is one page: its name without its extensions (.txt, .warc.gz), its path as given.</summary>
    public static Sighting SightingOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return new Sighting(Path.GetFileNameWithoutExtension(name), path);
    }

    private static IEnumerable<(string Path, Reject? Reject)> Files(string path)
    {
        if (File.Exists(path)) return [(path, null)];
        if (Directory.Exists(path)) return InFolder(path);
        if (path.AsSpan().ContainsAny('*', '?')) return Matching(path);
        return [(path, new Reject(SightingOf(path), RejectCodes.Unreadable, "there is no such file or folder"))];
    }

    private static IEnumerable<(string Path, Reject? Reject)> InFolder(string folder)
    {
        string[] entries = [];
        string? fault = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            fault = exception.Message;
        }
        if (fault is not null)
        {
            yield return (folder, new Reject(SightingOf(folder), RejectCodes.Unreadable, fault));
            yield break;
        }
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (Path.GetFileName(entry).StartsWith('.')) continue;
            var isFolder = Directory.Exists(entry);
            // A link to a folder may lead back up.
            if (isFolder && new DirectoryInfo(entry).LinkTarget is not null) continue;
            if (!isFolder) yield return (entry, null);
            else
                foreach (var found in InFolder(entry))
                    yield return found;
        }
    }

    private static IEnumerable<(string Path, Reject? Reject)> Matching(string pattern)
    {
        var star = pattern.AsSpan().IndexOfAny('*', '?');
        var cut = pattern.LastIndexOfAny(['/', Path.DirectorySeparatorChar], star);
        var root = cut < 0 ? "." : cut == 0 ? "/" : pattern[..cut];
        if (!Directory.Exists(root)) return [(pattern, new Reject(SightingOf(pattern), RejectCodes.Unreadable, $"there is no folder {root} to match in"))];
        var prefix = cut < 0 ? "" : pattern[..(cut + 1)];
        var found = InFolder(root)
            .Select(file => (Path: file.Reject is null ? prefix + Path.GetRelativePath(root, file.Path).Replace('\\', '/') : file.Path, file.Reject))
            .Where(file => file.Reject is not null || Matches(file.Path, pattern))
            .ToList();
        return found.Count > 0 ? found : [(pattern, new Reject(SightingOf(pattern), RejectCodes.Unreadable, "no file matches this pattern"))];
    }

    // "**" crosses folders, "*" and "?" do not.
    private static bool Matches(ReadOnlySpan<char> path, ReadOnlySpan<char> pattern)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern.StartsWith("**"))
            {
                var rest = pattern[2..].TrimStart('/');
                for (var i = 0; i <= path.Length; i++)
                    if ((i == 0 || rest.Length == pattern.Length - 2 || path[i - 1] == '/') && Matches(path[i..], rest))
                        return true;
                return false;
            }
            if (pattern[0] == '*')
            {
                for (var i = 0; i <= path.Length && (i == 0 || path[i - 1] != '/'); i++)
                    if (Matches(path[i..], pattern[1..]))
                        return true;
                return false;
            }
            if (path.IsEmpty || pattern[0] != path[0] && (pattern[0] != '?' || path[0] == '/')) return false;
            path = path[1..];
            pattern = pattern[1..];
        }
        return path.IsEmpty;
    }
}
