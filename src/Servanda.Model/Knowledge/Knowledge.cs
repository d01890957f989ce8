// What the program knows before it has read a page: acts, agreements and sentences, from the data files.
namespace Servanda.Model;

/// <summary>The data files, loaded. Everything is in the order of its id, so that nothing depends on the order of files.</summary>
public sealed record Knowledge
{
    /// <summary>Hash of the content of all data files (lower-case hex); answers name its first twelve digits as the data version.</summary>
    public required string Version { get; init; }

    /// <summary>Says which files there are that findings rest on, and with what content: acts, agreements, the names of actors and the words that findings look for. The same where any other file changes.</summary>
    public string TermsVersion { get; init; } = "";

    public required IReadOnlyList<ActDefinition> Acts { get; init; }

    /// <summary>The CAMEO codes that acts stand under, by code.</summary>
    public IReadOnlyDictionary<string, CameoCode> Cameo { get; init; } = new Dictionary<string, CameoCode>();

    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required MessageCatalogue Messages { get; init; }

    /// <summary>The languages that pages are read in, by their ISO 639-1 code.</summary>
    public IReadOnlyList<LanguagePack> Languages { get; init; } = [];

    /// <summary>Agencies, papers and broadcasters, by id: who tells is known whatever is read.</summary>
    public IReadOnlyList<OutletWords> Outlets { get; init; } = [];

    public CreditWords CreditWords { get; init; } = CreditWords.None;

    /// <summary>Who held which office when; null where no file says.</summary>
    public HeldOffices? Offices { get; init; }

    /// <summary>The words that findings look for in a story itself.</summary>
    public FindingWords FindingWords { get; init; } = FindingWords.None;
}
