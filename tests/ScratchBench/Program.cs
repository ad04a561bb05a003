using System.Diagnostics;
using VideoPoet.Benchmarks.Models;
using VideoPoet.Core; using VideoPoet.Models.LanguageModel; using VideoPoet.Specs; using VideoPoet.Torch; using VideoPoet.Training; using VideoPoet.Training.Distributed;
using TorchSharp; using static TorchSharp.torch;
using var group = ProcessGroup.Join(ProcessEnvironment.Read());
if (args[0] == "reduce")
{
    using var t = ones(26_214_400);
    using var small = ones(1024);
    var times = new List<double>(); var tiny = new List<double>();
    for (var i = 0; i < 12; i++) { group.Barrier(); var s = Stopwatch.StartNew(); group.AllReduce(t); times.Add(s.Elapsed.TotalMilliseconds); t.fill_(1);
      s.Restart(); group.AllReduce(small); tiny.Add(s.Elapsed.TotalMilliseconds); small.fill_(1);}
    if (group.Rank == 0) Console.WriteLine($"100 MiB: best {times.Min():F1} ms, median {times.Order().ElementAt(6):F1} ms = {104.8576 / times.Min():F2} GB/s best; 4 KiB: best {tiny.Min():F2} median {tiny.Order().ElementAt(6):F2} ms");
    return;
}
set_num_threads(int.Parse(args[1]));
var steps = int.Parse(args[2]);
var parallel = new DataParallel(group, new() { ShardsOptimizer = args.Contains("sharded"), Overlaps = !args.Contains("late"), BucketBytes = args.Contains("small") ? 4 << 20 : 25 << 20 });
var whole = TrainCase.Mini();
var rows = whole.Batch / group.Size;
var @case = whole with { Batch = rows };
manual_seed(1);
using var model = new PrefixLanguageModel(@case.Model.LanguageModel, @case.Vocabulary, @case.Model.TextEncoder.Width);
model.Initialise();
using var update = new ParameterUpdate(model.named_parameters(), new() { LearningRate = 1e-4, WeightDecay = 0.1 }, new() { }, 1000, parallel: parallel);
var layout = @case.Layout; var random = new Random(1 + group.Rank);
var ids = Enumerable.Range(0, rows).SelectMany(_ => layout.Assemble(Enumerable.Range(0, layout.VisualOutput!.Length).Select(_ => random.Next(@case.Vocabulary.VisualCodes)).ToArray())).Select(id => (long)id).ToArray();
using var batch = new SequenceBatch([.. Enumerable.Repeat(layout, rows)], tensor(ids, [rows, layout.Length]), randn(rows, UnifiedVocabulary.TextPositions, @case.Model.TextEncoder.Width), @case.TextLengths);
var all = new List<double>(); var reduce = new List<double>();
var cpu0 = 0.0; var cpuNow = () => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
for (var step = 0; step < steps; step++)
{ if (step == 1) cpu0 = cpuNow();
    group.Barrier();
    var watch = Stopwatch.StartNew();
    using var scope = NewDisposeScope();
    update.ClearGradients();
    var loss = model.Loss(batch, model.Hidden(batch), new LanguageModelLossSpec());
    var total = parallel.Sum(loss.Sum.ToDouble(), loss.Count);
    update.BeforeLastBackward();
    loss.Sum.div(total[1]).backward();
    var b = watch.Elapsed.TotalSeconds;
    update.Apply(step);
    reduce.Add(watch.Elapsed.TotalSeconds - b);
    all.Add(watch.Elapsed.TotalSeconds);
    if (step == steps - 1 && group.Rank == 0) Console.WriteLine($"loss {total[0] / total[1]:F5}");
}
if (group.Rank == 0) Console.WriteLine($"{string.Join(' ', args)}: size {group.Size}, rows {rows} of {layout.Length}: best {all.Skip(1).Min():F3} s, median {all.Skip(1).Order().ElementAt((steps - 1) / 2):F3} s; after backward best {reduce.Skip(1).Min():F3} s; cpu a step {(cpuNow() - cpu0) / (steps - 1):F2} s");
