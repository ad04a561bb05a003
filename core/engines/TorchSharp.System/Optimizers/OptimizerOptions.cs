namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. A value that is null is left open, and filled in by the optimiser.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate now.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes all values.</summary>
    /// <param name="writer">Where to write.</param>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        Exchange(new OptionWriter(writer));
    }

    /// <summary>Reads all values.</summary>
    /// <param name="reader">Where to read.</param>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Exchange(new OptionReader(reader));
    }

    /// <summary>Copies all values.</summary>
    /// <param name="source">Options of the same kind.</param>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Exchange(new OptionCopy(source, overwrite: true));
    }

    /// <summary>Takes the values that are left open from other options of the same kind.</summary>
    internal void FillFrom(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        Exchange(new OptionCopy(defaults, overwrite: false));
    }

    /// <summary>Hands every value but the learning rates to a visitor, in the order of the file format.</summary>
    internal virtual void Exchange(OptionExchange exchange)
    {
    }
}

/// <summary>Something that is done with every value of a set of options.</summary>
internal abstract class OptionExchange
{
    public abstract void Value(ref double? value);

    public abstract void Value(ref bool? value);
}

internal sealed class OptionWriter(BinaryWriter writer) : OptionExchange
{
    public override void Value(ref double? value) => writer.Write(value!.Value);

    public override void Value(ref bool? value) => writer.Write(value!.Value);
}

internal sealed class OptionReader(BinaryReader reader) : OptionExchange
{
    public override void Value(ref double? value) => value = reader.ReadDouble();

    public override void Value(ref bool? value) => value = reader.ReadBoolean();
}

/// <summary>Copies from other options of the same kind, everywhere or only where nothing stands.</summary>
internal sealed class OptionCopy : OptionExchange
{
    private readonly Queue<object?> _values;
    private readonly bool _overwrite;

    public OptionCopy(OptimizerOptions source, bool overwrite)
    {
        var list = new OptionList();
        source.Exchange(list);
        (_values, _overwrite) = (new(list.Values), overwrite);
    }

    public override void Value(ref double? value) => value = Choose(value);

    public override void Value(ref bool? value) => value = Choose(value);

    private T? Choose<T>(T? value) where T : struct
    {
        var other = (T?)_values.Dequeue();
        return _overwrite ? other : value ?? other;
    }

    private sealed class OptionList : OptionExchange
    {
        public List<object?> Values { get; } = [];

        public override void Value(ref double? value) => Values.Add(value);

        public override void Value(ref bool? value) => Values.Add(value);
    }
}
