// Runs the benchmarks that the command line names: ./dev bench [FILTER].
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Servanda.Bench.DateBenchmarks).Assembly).Run(args);
