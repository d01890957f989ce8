// Compiled data files say the same as the files that they were made from.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class CompiledFilesTests
{
    [Fact]
    public void What_is_compiled_is_what_was_written()
    {
        var files = DataFiles.InFolder(Repository.PathOf("data"));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            CompiledFiles.Write(files, path);
            var compiled = CompiledFiles.Read(path)!;
            Assert.Equal(files.Hash, compiled.Hash);
            Assert.Equal(files.Names, compiled.Names);
            foreach (var name in files.Names) Same(files.Root(name, new(name)), compiled.Root(name, new(name)));
            Assert.Empty(KnowledgeFolder.Read(compiled).Faults);
            SaysTheSame(ShippedKnowledge.All, KnowledgeFolder.Read(compiled).Knowledge!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What is compiled is not checked again, and agreements wait until somebody asks for them.</summary>
    private static void SaysTheSame(Knowledge written, Knowledge compiled)
    {
        Assert.Equal(written.Messages.Templates.Keys, compiled.Messages.Templates.Keys);
        foreach (var (language, templates) in written.Messages.Templates)
            Assert.Equal(templates.OrderBy(one => one.Key, StringComparer.Ordinal), compiled.Messages.Templates[language].OrderBy(one => one.Key, StringComparer.Ordinal));
        Assert.Equal(written.Agreements.Select(Told), compiled.Agreements.Select(Told));
        Assert.Equal(written.Agreements.Select(one => one.Id), written.Agreements.Select(one => compiled.Agreements.Find(one.Id)!.Id));
        Assert.Null(compiled.Agreements.Find("no-such-agreement"));
        Assert.Equal(written.TermsVersion, compiled.TermsVersion);
        Assert.Equal(Pipeline.Merging(written).Version, Pipeline.Merging(compiled).Version);
    }

    private static string Told(Agreement one) => string.Join('\n', [
        one.Id, one.Kind.ToString(), .. one.Names.SelectMany(names => names.Value.Prepend(names.Key)), .. one.Parties.Select(party => party.ToString()), .. one.Provisions.Select(provision => provision.ToString()!),
        .. one.Register.Select(act => act.ToString()), .. one.Sources.Select(source => source.ToString()), .. one.RestsOn]);

    private static void Same(DataNode a, DataNode b)
    {
        Assert.Equal((a.Path, a.Line, a.Column, a.IsMapping), (b.Path, b.Line, b.Column, b.IsMapping));
        if (a.IsMapping)
        {
            Assert.Equal(a.Entries().Select(entry => entry.Key), b.Entries().Select(entry => entry.Key));
            foreach (var (x, y) in a.Entries().Zip(b.Entries())) Same(x.Value, y.Value);
            return;
        }
        var (items, others) = (a.Items().ToList(), b.Items().ToList());
        Assert.Equal(items.Count, others.Count);
        if (items is [var only] && only.Path == a.Path) Assert.Equal(a.Text(), b.Text());
        else
            foreach (var (x, y) in items.Zip(others)) Same(x, y);
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", 2, "the alias *x")]
    [InlineData("a: [1", 2, "")]
    [InlineData("", 1, "an empty file")]
    public void What_is_no_plain_yaml_is_a_fault_with_its_line(string text, int line, string found)
    {
        var faults = new DataFaults("own.yaml");
        Assert.False(DataNode.Parse(text, faults).Exists);
        var fault = Assert.Single(faults.All);
        Assert.Equal(line, fault.Line);
        Assert.Contains(found, fault.Found, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a: 1\na: 2", 2, "a second key 'a'")]
    [InlineData("a: 1\n---\nb: 2", 2, "a second document")]
    [InlineData("? [1, 2]\n: 3", 1, "a key that is no text")]
    public void A_fault_that_leaves_the_rest_readable_does_not_hide_it(string text, int line, string found)
    {
        var faults = new DataFaults("own.yaml");
        Assert.True(DataNode.Parse(text, faults).IsMapping);
        var fault = Assert.Single(faults.All);
        Assert.Equal((line, true), (fault.Line, fault.Found.Contains(found, StringComparison.Ordinal)));
    }
}
