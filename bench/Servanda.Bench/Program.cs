// Runs the benchmarks that the command line names: ./dev bench [FILTER]; or one that takes minutes: ./dev bench load [--reports N], ./dev bench archive [--megabytes N], ./dev bench code [--megabytes N] [--pages DIR], ./dev bench doors [--url URL].
using BenchmarkDotNet.Running;
using Servanda.Bench;

if (args is ["load", .. var rest]) return LoadBench.Run(rest);
if (args is ["doors", .. var asked]) return await DoorsBench.Run(asked);
if (args is ["code", .. var told]) return CodeBench.Run(told);
if (args is ["archive", .. var options]) return ArchiveBench.Run(options);
BenchmarkSwitcher.FromAssembly(typeof(DateBenchmarks).Assembly).Run(args);
return 0;
