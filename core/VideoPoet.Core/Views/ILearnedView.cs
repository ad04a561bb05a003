namespace VideoPoet.Core;

/// <summary>A computed view whose pixels depend on more than the clip and the arguments, such as the weights of a network that it brings.</summary>
public interface ILearnedView : IClipView
{
    /// <summary>
    /// What the pixels mean: a text that changes with everything else that they depend on, such as a hash of the weights, and never between two loads of
    /// the same. Tokens that were made of the view bear it.
    /// </summary>
    string Fingerprint { get; }
}
