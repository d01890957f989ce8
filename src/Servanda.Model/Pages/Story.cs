// The news article on a page: its repaired text cut into blocks, story and chrome told apart.
namespace Servanda.Model;

/// <summary>What a block of a page is. Title to Credit belong to the story; captions, teasers and chrome do not and are never coded.</summary>
public enum BlockKind { Title, Lead, Body, Heading, Byline, Credit, Caption, Teaser, Chrome }

/// <summary>One line or paragraph of a page.</summary>
/// <param name="Line">The 1-based number of the block's line in the story's text (lines split at LF only).</param>
public sealed record Block(BlockKind Kind, Span Span, int Line)
{
    public bool IsStory => Kind <= BlockKind.Credit;

    /// <summary>Whether its sentences are coded: the story without byline and credit.</summary>
    public bool IsCoded => Kind <= BlockKind.Heading;
}

/// <summary>A page read as a story. All spans are positions in <see cref="Text"/>, the page's repaired text in NFC; <see cref="Map"/> leads back to its bytes.</summary>
public sealed record Story
{
    public required string Page { get; init; }

    public required PageFormat Format { get; init; }

    public required string Text { get; init; }

    public required TextMap Map { get; init; }

    /// <summary>In the order of the text, not overlapping; blank lines are in no block.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>ISO 639-1, or null where the language is not one we know.</summary>
    public string? Language { get; init; }

    public string? Title { get; init; }

    /// <summary>Who printed it: the site's host name where it is known (<c>baoquocte.vn</c>), else the outlet's name as the page gives it.</summary>
    public string? Outlet { get; init; }

    public string? Byline { get; init; }

    /// <summary>Agencies and papers that the credit line names, as written.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Dates that the page's metadata gives as publication (JSON-LD, OpenGraph, <c>time</c>), with the field they stand in.</summary>
    public IReadOnlyList<(string Field, Edtf Date)> Metadata { get; init; } = [];

    /// <summary>What was repaired on the way (charset, mojibake, look-alike letters …), for <c>explain</c>.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>The charset that the bytes were read in.</summary>
    public string Charset { get; init; } = "utf-8";
}
