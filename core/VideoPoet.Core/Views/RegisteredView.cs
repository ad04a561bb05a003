namespace VideoPoet.Core;

/// <summary>A computed view under its name; it is created when it is first applied, since it may bring a network.</summary>
/// <param name="Name">The name.</param>
/// <param name="View">Creates the view, once.</param>
/// <param name="Origin">Where the view comes from.</param>
public sealed record RegisteredView(string Name, Lazy<IClipView> View, PartOrigin Origin);
