namespace VideoPoet.TrainerHost.Train;

/// <summary>What a stage of a run takes.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="SecondsPerStep">The time of one of them, measured.</param>
internal sealed record StageCost(string Name, long Steps, double SecondsPerStep);
