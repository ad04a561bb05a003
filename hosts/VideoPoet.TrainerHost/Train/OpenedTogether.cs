namespace VideoPoet.TrainerHost.Train;

/// <summary>What is open for a trainee that needs two things.</summary>
/// <param name="first">What it learns from.</param>
/// <param name="second">What else it needs, such as a feature network.</param>
internal sealed class OpenedTogether(IDisposable first, IDisposable? second) : IDisposable
{
    public void Dispose()
    {
        first.Dispose();
        second?.Dispose();
    }
}
