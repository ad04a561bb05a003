using VideoPoet.Data;
using VideoPoet.Models.Perceptual;

namespace VideoPoet.TrainerHost.Train;

/// <summary>What is open for a trainee that looks through a feature network.</summary>
/// <param name="library">What it learns from.</param>
/// <param name="features">The feature network, if it has one.</param>
internal sealed class OpenedTogether(VideoLibrary library, IFeatureNetwork? features) : IDisposable
{
    public void Dispose()
    {
        library.Dispose();
        features?.Dispose();
    }
}
