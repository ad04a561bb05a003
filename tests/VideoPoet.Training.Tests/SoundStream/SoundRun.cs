using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.SoundStream;

/// <summary>A run that trains an audio tokenizer of a few thousand weights, with frames of 8 samples, on tones.</summary>
internal static class SoundRun
{
    private const int Files = 3;
    private const int Seconds = 8;

    /// <summary>The recipe; its numbers are chosen for some seconds of training.</summary>
    public static AudioTokenizerRecipeSpec Recipe { get; } = Create();

    /// <summary>Writes three files of gliding tones, and opens them.</summary>
    /// <param name="folder">An empty folder.</param>
    public static async Task<SoundLibrary> OpenLibraryAsync(string folder)
    {
        for (var file = 0; file < Files; file++)
        {
            using var tones = new AudioClip(Tones(file));
            await MediaWriter.WriteAsync(Path.Join(folder, $"tones{file}.wav"), new MediaClip(null, tones));
        }
        var options = new SoundLibraryOptions { PeakNormalize = true, GainRangeDb = 6 };
        return await SoundLibrary.OpenAsync(DatasetManifest.Read(folder), options, Path.Join(folder, "cache"));
    }

    /// <summary>Trains until the end of the recipe, or until some steps were taken.</summary>
    public static async Task RunAsync(ITrainee trainee, AudioTokenizerRecipeSpec recipe, string path, long stopAfter = long.MaxValue)
    {
        using var cancellation = new CancellationTokenSource();
        using var folder = RunFolder.Open(path, RunConfiguration.Of(recipe));
        await TrainingLoop.RunAsync(trainee, RunPlan.Of(recipe), folder, new Stop(stopAfter, cancellation), cancellation.Token);
    }

    private static AudioTokenizerRecipeSpec Create()
    {
        var file = Path.Join(AppContext.BaseDirectory, "task-specs/recipes/audio-tokenizer-mini.yaml");
        var shipped = (AudioTokenizerRecipeSpec)new SpecReader(new TaskCatalog([], [])).ReadRecipe(file);
        var sizes = new AudioTokenizerSpec { Channels = 8, Strides = [2, 4], Embedding = 8, Levels = 2, TrainedLevels = 2, Codes = 32, Parameters = 1 };
        return shipped with
        {
            Model = shipped.Model with { AudioTokenizer = sizes },
            Data = shipped.Data with { Seconds = 0.05 },
            Batch = 4,
            Steps = 150,
            // So that what the tests see depends less on the processor.
            Precision = Precision.Fp32,
            Loss = shipped.Loss with { MelWindows = [64, 256], Mel = 0.01, MelFloor = 0.02, MelMagnitude = 0.3, Wave = 20 },
            Optimizer = shipped.Optimizer with { LearningRate = 4e-3 },
            Schedule = shipped.Schedule with { Warmup = 10 },
            MovingAverage = 0.9,
            Evaluation = new() { Every = 1_000, Batches = 1 },
            Checkpoints = shipped.Checkpoints with { Every = 1_000 },
        };
    }

    private static Waveform Tones(int file) => new(Enumerable.Range(0, Seconds * VideoFormat.SampleRateHz).Select(i =>
    {
        var time = (double)i / VideoFormat.SampleRateHz;
        var phase = 2 * Math.PI * ((200 + 100 * file) * time + 20 * Math.Sin(time));
        return (float)(0.4 * Math.Sin(phase) + 0.2 * Math.Sin(2 * phase));
    }).ToArray());

    private sealed class Stop(long after, CancellationTokenSource cancellation) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value is StepTaken taken && taken.Step >= after)
                cancellation.Cancel();
        }
    }
}
