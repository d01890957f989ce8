// The shipped acts and agreements: their files are whole, and say what the closed lists allow.
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

/// <summary>The data files of this repository, read once for all tests of the terms.</summary>
internal static class Shipped
{
    private static readonly Lazy<(IReadOnlyList<ActDefinition> Acts, IReadOnlyList<AgreementFile> Files, FindingWords Words, List<Fault> Faults)> Data = new(() =>
    {
        var faults = new List<Fault>();
        var files = DataFiles.InFolder(Repository.PathOf("data"));
        var acts = ActFile.Read(files, "acts.yaml", faults);
        return (acts, AgreementFiles.Read(files, "agreements", acts, faults), FindingWordFile.Read(files, "findings.yaml", faults), faults);
    });

    public static IReadOnlyList<ActDefinition> Acts => Data.Value.Acts;

    public static IReadOnlyList<AgreementFile> Files => Data.Value.Files;

    public static FindingWords Words => Data.Value.Words;

    public static IReadOnlyList<Fault> Faults => Data.Value.Faults;

    public static TermsBook Book { get; } = new([.. Files.Select(file => file.Agreement)], Words);

    public static Agreement Agreement(string id) => Files.Single(file => file.Agreement.Id == id).Agreement;
}

public class AgreementDataTests
{
    [Fact]
    public void The_shipped_files_have_no_faults() => Assert.True(Shipped.Faults.Count == 0, string.Join("\n", Shipped.Faults));

    [Fact]
    public void Every_act_has_a_name_in_both_languages()
    {
        Assert.Equal(53, Shipped.Acts.Count);
        Assert.All(Shipped.Acts, act => Assert.True(act.Names["vi"] != "" && act.Names["en"] != ""));
    }

    [Fact]
    public void Every_value_of_a_register_that_claims_to_be_verified_names_a_source() =>
        Assert.All(Shipped.Files.SelectMany(file => file.Agreement.Register), act => Assert.True(!act.Ground.Verified || act.Ground.Sources.Count > 0, act.Id));
}
