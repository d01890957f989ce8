// What reading a source gives, one at a time: a page, or the reason why there is none.
namespace Servanda.Model;

/// <summary>One record of a source: exactly one of <see cref="Page"/> and <see cref="Reject"/> is set.</summary>
public readonly record struct PageOrReject
{
    public PageOrReject(Page page) => Page = page;

    public PageOrReject(Reject reject) => Reject = reject;

    public Page? Page { get; }

    public Reject? Reject { get; }

    /// <summary>Where the page stands among others in one file; null for a file that is the page, and for rejects.</summary>
    public RecordMark? Mark { get; init; }

    public static implicit operator PageOrReject(Page page) => new(page);

    public static implicit operator PageOrReject(Reject reject) => new(reject);
}

/// <summary>The codes that a <see cref="Reject"/> can carry. They are stable: users filter by them.</summary>
public static class RejectCodes
{
    /// <summary>No bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>Bytes that are no text in any charset we know.</summary>
    public const string Binary = "binary";

    /// <summary>The file or folder is missing, or the system refuses to open it.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A page over the limit of bytes for one page.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A line over the limit of one line.</summary>
    public const string LongLine = "long-line";

    /// <summary>Markup nested deeper than any page needs.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>A compressed record that unpacks to more than its ratio or size allows.</summary>
    public const string Bomb = "bomb";

    /// <summary>A record whose header and content contradict each other, or that ends too early.</summary>
    public const string Damaged = "damaged";

    /// <summary>A record that is well formed and holds no text of a page.</summary>
    public const string NoText = "no-text";

    /// <summary>A page on which no story could be told from the chrome.</summary>
    public const string NoStory = "no-story";

    /// <summary>A story in no language that we read.</summary>
    public const string Language = "language";
}
