using TorchSharp;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>Gives every process rank 0's parameters and buffers.</summary>
internal static class ModuleSynchronisation
{
    public static void Broadcast(IProcessGroup group, TrainingParts parts)
    {
        using var silent = no_grad();
        foreach (var (_, module) in parts.Modules.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            foreach (var (_, tensor) in module.state_dict())
            {
                using var scope = NewDisposeScope();
                if (tensor.numel() == 0)
                    continue;
                var sent = tensor.detach().to_type(Carried(tensor.dtype)).contiguous();
                group.Broadcast(sent);
                if (group.Rank != 0)
                    tensor.copy_(sent);
            }
        }
    }

    // Gloo does not know every type; these hold the same values.
    private static ScalarType Carried(ScalarType type) => type switch
    {
        ScalarType.Bool => ScalarType.Byte,
        ScalarType.BFloat16 => ScalarType.Float32,
        _ => type,
    };
}
