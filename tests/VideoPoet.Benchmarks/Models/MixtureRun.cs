using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Specs;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;
using VideoPoet.Tests;

namespace VideoPoet.Benchmarks.Models;

/// <summary>
/// The mini model in training on its mixture, over drawn tokens: how much of its batches is padding, and how long it waits for them.
/// </summary>
public static class MixtureRun
{
    private const int Steps = 12, Entries = 200;

    /// <summary>What the mixture draws, with a third of its own budget, so that a step does not take too long to be repeated.</summary>
    public static MixturePlan Plan()
    {
        var catalog = PluginDiscovery.Discover(new()
        {
            Assemblies =
            [
                typeof(TextToVideo).Assembly, typeof(FramePrediction).Assembly, typeof(Inpainting).Assembly, typeof(AudioToVideo).Assembly,
                typeof(Stylization).Assembly,
            ],
        }).Catalog;
        var mixture = new SpecReader(catalog).ReadMixture(
            Path.Combine(AppContext.BaseDirectory, "Mixtures", "mini.yaml"), SpecOverrides.Parse(["tokenBudget=2048"]));
        return MixturePlan.Create(mixture, catalog, TrainCase.Mini().Vocabulary);
    }

    /// <summary>The shares of positions that hold padding and of the time that steps wait for batches, after the first step.</summary>
    public static (double Padding, double Wait) Measure()
    {
        var folder = Directory.CreateTempSubdirectory("train-benchmark-");
        try
        {
            return Measure(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Padding, double Wait) Measure(string folder)
    {
        var mini = TrainCase.Mini();
        var plan = Plan();
        new SyntheticTokens(mini.Vocabulary) { TextWidth = mini.Model.TextEncoder.Width }.Write(plan, folder, Entries);
        using var datasets = MixtureDatasets.Open(plan, folder, SyntheticTokens.Tokenizers);
        using var batches = BatchPrefetcher.Start(new MixtureSampler(plan, datasets, seed: 1, Steps));
        using var subject = new TrainSubject(mini);

        var padding = Step(); // everybody waits for the first
        var first = batches.Wait;
        for (var step = 1; step < Steps; step++)
            padding += Step();
        return (padding.Share, batches.Wait.Since(first).Share);

        BatchPadding Step()
        {
            using var batch = batches.Take();
            subject.Step(batch.Sequences!);
            return batch.Padding;
        }
    }
}
