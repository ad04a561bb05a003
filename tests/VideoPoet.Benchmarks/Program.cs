using VideoPoet.Benchmarks.Frame;

return BenchmarkProgram.Run(args, BenchmarkCatalog.OfThisProgram(), Console.Out, Console.Error);
