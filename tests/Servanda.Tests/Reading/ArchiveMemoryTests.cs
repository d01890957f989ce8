// What reading an archive keeps in memory; alone, since the memory of the whole process is what can be asked for.
using Servanda.Model;
using Servanda.Reading.Pages;
using Xunit;

namespace Servanda.Tests;

[Collection(nameof(Alone))]
public class ArchiveMemoryTests
{
    [Fact]
    public void An_archive_of_any_size_takes_the_memory_of_one_record()
    {
        // 60 MB, made while it is read.
        var record = Records.Response("https://a.example/1", string.Concat(Enumerable.Repeat("<p>Nga rút khỏi hiệp ước.</p>", 3000)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = 0;
        long peak = 0;
        foreach (var _ in PageRecords.Read(new Repeated(record, 600), new Sighting("x", "x.warc")))
            if (++count % 200 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.Equal(600, count);
        Assert.True(peak < 20 << 20, $"{peak >> 20} MB");
    }

    private sealed class Repeated(byte[] unit, int times) : MemoryStream
    {
        private long _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var from = (int)(_at % unit.Length);
            var read = _at >= (long)unit.Length * times ? 0 : Math.Min(count, unit.Length - from);
            Array.Copy(unit, from, buffer, offset, read);
            _at += read;
            return read;
        }
    }
}
