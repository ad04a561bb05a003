using VideoPoet.Data;
using VideoPoet.Training;

namespace VideoPoet.TrainerHost.Train;

/// <summary>A trainee with what it learns from.</summary>
/// <param name="Trainee">The trainee.</param>
/// <param name="Data">What it learns from, in words.</param>
/// <param name="BadFiles">What could not be read and is left out.</param>
/// <param name="Library">What is open for it; null when nothing is.</param>
internal sealed record OpenedTrainee(ITrainee Trainee, string Data, IReadOnlyList<BadFile> BadFiles, IDisposable? Library) : IDisposable
{
    public void Dispose()
    {
        Trainee.Dispose();
        Library?.Dispose();
    }
}
