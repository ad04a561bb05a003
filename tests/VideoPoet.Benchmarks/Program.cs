using VideoPoet.Benchmarks.Frame;
using VideoPoet.Benchmarks.Models;

return args is [ScalingWorker.Word, .. var rest]
    ? ScalingWorker.Run(rest)
    : BenchmarkProgram.Run(args, BenchmarkCatalog.OfThisProgram(), Console.Out, Console.Error);
