// The place of a record in an archive, from which reading can be taken up.
namespace Servanda.Model;

/// <summary>What a file of many pages turned out to be.</summary>
public enum RecordKind { Warc, JsonLines, Feed }

/// <summary>Where a record begins and which one it is, as long as the file stays as it is.</summary>
/// <param name="IsPacked">Whether the file is gzip.</param>
/// <param name="Start">The byte of the file at which reading can begin: that of the record, or of the gzip member that holds its beginning.</param>
/// <param name="Within">How many unpacked bytes lie between <paramref name="Start"/> and the record.</param>
/// <param name="Number">The record's number in the file, from 1.</param>
public sealed record RecordMark(RecordKind Kind, bool IsPacked, long Start, long Within, int Number);
