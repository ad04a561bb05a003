using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Models.Common;

/// <summary>Makes layers without drawing values, which would take longer than reading them.</summary>
internal static class Layers
{
    /// <summary>A linear layer without bias.</summary>
    public static Linear Linear(long inputs, long outputs, Device? device, ScalarType? type) => nn.Linear(Unset(outputs, inputs, device, type));

    /// <summary>A linear layer with bias.</summary>
    public static Linear LinearWithBias(long inputs, long outputs, Device? device, ScalarType? type) =>
        nn.Linear(Unset(outputs, inputs, device, type), new Parameter(empty(outputs, type, device)));

    /// <summary>A table of vectors.</summary>
    public static Embedding Embedding(long rows, long width, Device? device, ScalarType? type)
    {
        using var table = empty(rows, width, type, device);
        return nn.Embedding_from_pretrained(table, freeze: false);
    }

    private static Parameter Unset(long rows, long columns, Device? device, ScalarType? type) => new(empty(rows, columns, type, device));
}
