namespace VideoPoet.Training;

/// <summary>Where what the steps of a run do changes, such as where a stage begins.</summary>
/// <param name="Name">What begins.</param>
/// <param name="Step">The first step that does it.</param>
public readonly record struct Turn(string Name, long Step);
