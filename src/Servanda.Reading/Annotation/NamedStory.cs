// A story of which the names and dates are known, and no other words yet.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>What <see cref="Annotator.Name"/> gives and <see cref="Annotator.Complete"/> takes.</summary>
/// <param name="Story">Its sentences have no words, numbers and quotations.</param>
/// <param name="Scanned">For each sentence the names as they stand, before dates and context took some away: other words are held against them.</param>
public sealed record NamedStory(AnnotatedStory Story, IReadOnlyList<List<LexiconMatch>> Scanned);
