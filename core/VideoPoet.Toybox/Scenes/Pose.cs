namespace VideoPoet.Toybox;

/// <summary>Where an object is, in lengths of the frame's shorter edge from its upper left corner.</summary>
/// <param name="X">Its centre from the left.</param>
/// <param name="Y">Its centre from the top.</param>
/// <param name="Radius">About half its height.</param>
/// <param name="Turn">How far it is turned clockwise, turns.</param>
public readonly record struct Pose(double X, double Y, double Radius, double Turn);
