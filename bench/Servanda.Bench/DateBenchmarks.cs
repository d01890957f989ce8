// How fast dates are read and compared: the innermost step of merging and of status.
using BenchmarkDotNet.Attributes;
using Servanda.Model;

namespace Servanda.Bench;

[MemoryDiagnoser]
public class DateBenchmarks
{
    private readonly Edtf month = Edtf.OfMonth(2020, 11);
    private readonly Edtf week = Edtf.Parse("2020-11-09/2020-11-15");

    [Benchmark]
    public Edtf Parse() => Edtf.Parse("2020-11-09/2020-11-15");

    [Benchmark]
    public Edtf? Meet() => month.Meet(week);
}
