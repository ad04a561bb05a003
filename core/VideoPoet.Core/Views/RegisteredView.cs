namespace VideoPoet.Core;

/// <summary>A computed view under its name; it is created when it is first needed, since it may bring a network.</summary>
/// <param name="name">The name: lower-case words joined by hyphens.</param>
/// <param name="view">Creates the view, once.</param>
/// <param name="origin">Where the view comes from.</param>
/// <exception cref="ArgumentException">The name breaks its rule.</exception>
public sealed class RegisteredView(string name, Lazy<IClipView> view, PartOrigin origin)
{
    /// <summary>Registers a view that exists already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="view">The view.</param>
    public RegisteredView(string name, IClipView view)
        : this(name, new Lazy<IClipView>(view), PartOrigin.Of(view))
    {
    }

    /// <summary>The name.</summary>
    public string Name { get; } = Names.Check(name, "view");

    /// <summary>The view.</summary>
    public Lazy<IClipView> View { get; } = view;

    /// <summary>Where the view comes from.</summary>
    public PartOrigin Origin { get; } = origin;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
