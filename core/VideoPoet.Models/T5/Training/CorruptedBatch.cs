using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>Texts with gaps as tensors, padded to the longest.</summary>
public sealed class CorruptedBatch : IDisposable
{
    /// <summary>What stands in <see cref="Targets"/> where there is nothing to predict.</summary>
    public const long Ignored = -100;

    private const long Start = 0;

    private CorruptedBatch(Tensor inputs, Tensor mask, Tensor decoderInputs, Tensor targets) =>
        (Inputs, Mask, DecoderInputs, Targets) = (inputs, mask, decoderInputs, targets);

    /// <summary>The ids that the encoder reads: [batch, length], int64.</summary>
    public Tensor Inputs { get; }

    /// <summary>True where <see cref="Inputs"/> has an id of the text: [batch, length], bool.</summary>
    public Tensor Mask { get; }

    /// <summary>The ids that the decoder reads, the targets one place later: [batch, targets], int64.</summary>
    public Tensor DecoderInputs { get; }

    /// <summary>The ids to be predicted: [batch, targets], int64.</summary>
    public Tensor Targets { get; }

    /// <summary>Joins texts.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <param name="device">Where the tensors will be; the processor if null.</param>
    public static CorruptedBatch Of(IReadOnlyList<CorruptedText> texts, Device? device = null) => new(
        Padded(texts, text => text.Inputs.Select(id => (long)id), 0, device),
        Padded(texts, text => text.Inputs.Select(_ => 1L), 0, device).to_type(ScalarType.Bool, disposeAfter: true),
        Padded(texts, text => text.Targets.SkipLast(1).Select(id => (long)id).Prepend(Start), 0, device),
        Padded(texts, text => text.Targets.Select(id => (long)id), Ignored, device));

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        Inputs.Dispose();
        Mask.Dispose();
        DecoderInputs.Dispose();
        Targets.Dispose();
    }

    private static Tensor Padded(IReadOnlyList<CorruptedText> texts, Func<CorruptedText, IEnumerable<long>> numbers, long padding, Device? device)
    {
        long[][] rows = [.. texts.Select(text => numbers(text).ToArray())];
        var length = rows.Max(row => row.Length);
        long[] padded = [.. rows.SelectMany(row => row.Concat(Enumerable.Repeat(padding, length - row.Length)))];
        return tensor(padded, [rows.Length, length], device: device);
    }
}
