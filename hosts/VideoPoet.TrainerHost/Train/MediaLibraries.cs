using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Opens the media that a recipe names.</summary>
internal static class MediaLibraries
{
    /// <summary>Opens videos and images.</summary>
    /// <param name="data">Which, and what becomes of them.</param>
    /// <param name="sources">The data sources that plugins bring.</param>
    /// <param name="longest">The frames of the longest window that is held out.</param>
    /// <param name="cacheFolder">Where decoded frames are kept.</param>
    /// <param name="display">Is told of each file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task<VideoLibrary> OpenAsync(
        VideoDataSpec data, DataSourceCatalog sources, int longest, string cacheFolder, IWorkDisplay display, CancellationToken cancellationToken) =>
        VideoLibrary.OpenAsync(
            DatasetSource.Read(data.Source, sources),
            new VideoLibraryOptions
            {
                Size = new FrameSize(data.Width, data.Height),
                FrameRates = data.FrameRates,
                Margin = data.Margin,
                Flip = data.Flip,
                HeldOut = data.HeldOut,
                HeldOutFrames = longest,
                BadFilesLimit = data.BadFilesLimit,
            },
            cacheFolder,
            new Telling(display),
            cancellationToken);

    /// <summary>Opens sounds.</summary>
    /// <param name="data">Which, and what becomes of them.</param>
    /// <param name="sources">The data sources that plugins bring.</param>
    /// <param name="cacheFolder">Where decoded samples are kept.</param>
    /// <param name="display">Is told of each file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task<SoundLibrary> OpenAsync(
        SoundDataSpec data, DataSourceCatalog sources, string cacheFolder, IWorkDisplay display, CancellationToken cancellationToken) =>
        SoundLibrary.OpenAsync(
            DatasetSource.Read(data.Source, sources),
            new SoundLibraryOptions
            {
                PeakNormalize = data.PeakNormalize,
                GainRangeDb = data.GainRangeDb,
                SpeedRange = data.SpeedRange,
                HeldOut = data.HeldOut,
                BadFilesLimit = data.BadFilesLimit,
            },
            cacheFolder,
            new Telling(display),
            cancellationToken);

    private sealed class Telling(IWorkDisplay display) : IProgress<LibraryProgress>
    {
        public void Report(LibraryProgress value) => display.Report(new(value.Done, value.Total));
    }
}
