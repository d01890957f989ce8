// The shipped acts and agreements: their files are whole, and say what the closed lists allow.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

/// <summary>The data files of this repository, read once for all tests of the terms.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<(IReadOnlyList<ActDefinition> Acts, IReadOnlyList<AgreementFile> Files, List<Fault> Faults)> Data = new(() =>
    {
        var faults = new List<Fault>();
        var acts = ActFile.Read(Path.Combine(Root, "data", "acts.yaml"), faults);
        return (acts, AgreementFiles.Read(Path.Combine(Root, "data", "agreements"), acts, faults), faults);
    });

    public static IReadOnlyList<ActDefinition> Acts => Data.Value.Acts;

    public static IReadOnlyList<AgreementFile> Files => Data.Value.Files;

    public static IReadOnlyList<Fault> Faults => Data.Value.Faults;

    public static Agreement Agreement(string id) => Files.Single(file => file.Agreement.Id == id).Agreement;

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Servanda.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("No Servanda.slnx above the tests.");
    }
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
