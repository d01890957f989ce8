// The sentences of the screen in each language: templates by key, as the files under data/messages give them.
namespace Servanda.Model;

/// <summary>
/// Templates by language (ISO 639-1) and key. A template holds its arguments as <c>{0}</c> (as it stands) or <c>{0:kind}</c>, where the kind says what the
/// argument is: <c>actor</c> (one code or several with commas), <c>agreement</c>, <c>act</c>, <c>date</c> (EDTF), <c>when</c> (EDTF, with the preposition it wants; words of their own where it is empty), <c>number</c>, <c>unit</c>;
/// <c>{0:word:PREFIX}</c> puts the sentence with the key <c>PREFIX.ARGUMENT</c> in its place; <c>{0:plural:day:days}</c> chooses by the number in the argument.
/// </summary>
public sealed record MessageCatalogue(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Templates)
{
    public static MessageCatalogue Empty { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>());

    public IReadOnlyDictionary<string, string> In(string language) =>
        Templates.TryGetValue(language, out var templates) ? templates
            : throw new ArgumentException($"There are no messages in '{language}'; there are: {string.Join(", ", Templates.Keys.Order(StringComparer.Ordinal))}.", nameof(language));
}
