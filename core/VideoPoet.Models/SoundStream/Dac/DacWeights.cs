using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>Where published files keep the weights of a <see cref="DacTokenizer"/>.</summary>
public static class DacWeights
{
    private const string State = "state_dict.";

    /// <summary>
    /// The files of the codec's first release, such as <c>weights_16khz.pth</c>: a dictionary with the state beside its sizes, in which every
    /// convolution is weight-normalised. The tokenizer has the plain weights that this amounts to.
    /// </summary>
    public static KeyMap Published { get; } = new("Descript audio codec")
    {
        Rules =
        [
            new("{level*}.codebook.weight", KeySource.Tensor(State + "{level}.codebook.weight")),
            new("{layer*}.weight", KeySource.WeightNormed(State + "{layer}.weight_v", State + "{layer}.weight_g")),
            new("{name*}", KeySource.Tensor(State + "{name}")),
        ],
    };
}
