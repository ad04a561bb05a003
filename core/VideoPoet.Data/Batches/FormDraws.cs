using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>Which windows one form of a task draws: all of its stream in a drawn order, then all again in another.</summary>
internal sealed class FormDraws
{
    private readonly MixtureVariant _variant;
    private readonly MixtureStream _stream;
    private readonly long _seed, _earlier;
    private readonly int _targets;

    /// <summary>Plans a form.</summary>
    /// <param name="variant">The form.</param>
    /// <param name="stream">Its windows.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="drawn">How many rows of each form earlier stages draw.</param>
    public FormDraws(MixtureVariant variant, MixtureStream stream, long seed, IReadOnlyDictionary<string, long> drawn)
    {
        (_variant, _stream) = (variant, stream);
        Key = $"{variant.Format.Name} {variant.Name}";
        _seed = RandomKey.Of(seed, "windows", Key);
        _targets = DrawnRow.TargetsOf(variant.Layout);
        _earlier = drawn.GetValueOrDefault(Key);
    }

    /// <summary>What tells the form from others in all stages.</summary>
    public string Key { get; }

    /// <summary>Draws a row.</summary>
    /// <param name="before">How many rows of the form the stage has before it.</param>
    public DrawnRow Draw(long before)
    {
        var (epoch, place) = Math.DivRem(_earlier + before, _stream.Epoch.Count);
        // A seed for each epoch; the last number is one that no round of the permutation uses.
        var order = new IndexPermutation((long)new CounterRandom(_seed, epoch, -1).NextBits(), _stream.Epoch.Count);
        return new(_variant, _stream, _stream.Epoch.At(order.At(place)), _targets);
    }
}
