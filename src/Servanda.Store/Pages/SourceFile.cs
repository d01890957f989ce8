// One file that pages are read from.
using System.Globalization;
using System.Security.Cryptography;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A file under the path that the user named, or <see cref="PageSource.Input"/>, or what was named and is none, with the reason.</summary>
public sealed record SourceFile(string Path, Sighting Sighting, Reject? Reject = null)
{
    /// <summary>The beginning of a file that is looked at to know it again.</summary>
    private const int Looked = 1 << 16;

    /// <summary>In bytes; 0 where the system does not say.</summary>
    public long Length
    {
        get
        {
            var file = new FileInfo(Path);
            return file.Exists ? file.Length : 0;
        }
    }

    /// <summary>
    /// By what the file is known again under its path: length, time of change and the hash of its beginning. Null for what cannot be gone back in. A file of which all three are equal and the
    /// rest is not would have to be made so on purpose.
    /// </summary>
    public string? Identity()
    {
        try
        {
            using var stream = Open();
            if (!stream.CanSeek) return null;
            var head = new byte[Math.Min(Looked, stream.Length)];
            stream.ReadExactly(head);
            return string.Create(CultureInfo.InvariantCulture, $"{stream.Length} {File.GetLastWriteTimeUtc(Path).Ticks} {Convert.ToHexStringLower(SHA256.HashData(head))}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The pages of the file. What cannot be opened is a reject; a disk that fails in the middle ends this file, not the run.</summary>
    public IEnumerable<PageOrReject> Read(Func<Stream, Sighting, IEnumerable<PageOrReject>> records)
    {
        Stream stream;
        string? fault = null;
        try
        {
            stream = Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            stream = Stream.Null;
            fault = exception.Message;
        }
        using (stream)
        {
            if (fault is not null)
            {
                yield return new Reject(Sighting, RejectCodes.Unreadable, fault);
                yield break;
            }
            using var pages = records(stream, Sighting).GetEnumerator();
            while (true)
            {
                PageOrReject page;
                try
                {
                    if (!pages.MoveNext()) break;
                    page = pages.Current;
                }
                catch (IOException exception)
                {
                    page = new Reject(Sighting, RejectCodes.Unreadable, exception.Message);
                    fault = exception.Message;
                }
                yield return page;
                if (fault is not null) break;
            }
        }
    }

    /// <summary>Without a buffer: whoever reads pages from it has one.</summary>
    private FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);
}
