// A story cut into sentences, with everything that the lexicon and the date reader found in them.
namespace Servanda.Model;

/// <summary>A date in a sentence: the tokens [First, Last) that it covers.</summary>
public readonly record struct DatePlace(int First, int Last, DateMention Mention)
{
    /// <summary>Whether both are the same mention at the same place. Hot: what the mentions mean is not compared.</summary>
    public bool Equals(DatePlace other) => First == other.First && Last == other.Last && ReferenceEquals(Mention, other.Mention);

    public override int GetHashCode() => First * 1031 + Last;
}

/// <summary>A number in a sentence, with its unit where it has one.</summary>
public readonly record struct NumberMention(int First, int Last, decimal Value, decimal? Most, string? Unit);

/// <summary>One sentence of a coded block. Its lists are filled once and only read afterwards; they are no interfaces because every step of coding walks over them.</summary>
public sealed record Sentence
{
    public required Span Span { get; init; }

    public required Block Block { get; init; }

    public required List<Token> Tokens { get; init; }

    /// <summary>Names, offices, things: not overlapping, in order.</summary>
    public required List<LexiconMatch> Names { get; init; }

    /// <summary>Heads of frames, cues, attributions, function words and chains; these may overlap each other and the names.</summary>
    public required List<LexiconMatch> Words { get; init; }

    public required List<DatePlace> Dates { get; init; }

    public required List<NumberMention> Numbers { get; init; }

    /// <summary>For each token, the number of the quotation it stands in (1-based, running through the story), 0 outside.</summary>
    public required int[] Quotes { get; init; }
}

/// <summary>A story ready to be coded.</summary>
/// <param name="OwnersFirst">Whether its language names an owner before what he owns ("Russian diplomats") and not after ("nhà ngoại giao Nga").</param>
public sealed record AnnotatedStory(Story Story, Told Told, IReadOnlyList<Sentence> Sentences, bool OwnersFirst = false);
