using TorchSharp.Modules;

namespace VideoPoet.Torch;

/// <summary>The settings of one group of parameters of <see cref="Adafactor"/>; its constructor says what they mean.</summary>
public sealed class AdafactorOptions : OptimizerOptions
{
    /// <summary>Second moments forget by 1 − t^decay at step t.</summary>
    public double Decay { get; set; }

    /// <summary>The weight of the first moment; null keeps none.</summary>
    public double? Beta1 { get; set; }

    /// <summary>The largest root mean square of an update.</summary>
    public double ClipThreshold { get; set; }

    /// <summary>Decoupled weight decay a step, times the learning rate.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Whether the step size follows the parameter's root mean square.</summary>
    public bool ScaleByParameter { get; set; }

    /// <inheritdoc/>
    public override void SaveStateDict(BinaryWriter writer)
    {
        base.SaveStateDict(writer);
        writer.Write(Decay);
        writer.Write(Beta1 ?? double.NaN);
        writer.Write(ClipThreshold);
        writer.Write(WeightDecay);
        writer.Write(ScaleByParameter);
    }

    /// <inheritdoc/>
    public override void LoadStateDict(BinaryReader reader)
    {
        base.LoadStateDict(reader);
        Decay = reader.ReadDouble();
        Beta1 = reader.ReadDouble() is var beta1 && double.IsNaN(beta1) ? null : beta1;
        ClipThreshold = reader.ReadDouble();
        WeightDecay = reader.ReadDouble();
        ScaleByParameter = reader.ReadBoolean();
    }

    /// <inheritdoc/>
    public override void LoadStateDict(OptimizerOptions source)
    {
        base.LoadStateDict(source);
        var other = (AdafactorOptions)source;
        Decay = other.Decay;
        Beta1 = other.Beta1;
        ClipThreshold = other.ClipThreshold;
        WeightDecay = other.WeightDecay;
        ScaleByParameter = other.ScaleByParameter;
    }
}
