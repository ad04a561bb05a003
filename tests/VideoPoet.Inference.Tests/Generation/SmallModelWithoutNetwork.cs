namespace VideoPoet.Inference.Tests.Generation;

internal static partial class SmallModel
{
    /// <summary>A generator whose tokens are drawn without a network.</summary>
    /// <param name="configure">Changes its options; null for none.</param>
    public static VideoPoetGenerator Open(Action<VideoPoetOptions>? configure = null)
    {
        var options = Options;
        configure?.Invoke(options);
        return new(options, (_, model, vocabulary) => new HashDecoder(model, vocabulary));
    }
}
