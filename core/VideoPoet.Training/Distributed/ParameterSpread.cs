using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>Sends the parameters that each process has updated to all others.</summary>
internal static class ParameterSpread
{
    /// <summary>Sends every parameter that has a gradient, from the process that it belongs to; the same in all processes.</summary>
    public static void Send(IProcessGroup group, ParameterShares shares)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var parcels = Enumerable.Range(0, group.Size)
            .SelectMany(rank => shares.Of(rank).Where(HasGradient).GroupBy(parameter => parameter.dtype)
                .Select(kind => Parcel.Begin(group, rank, [.. kind])))
            .ToList();
        foreach (var parcel in parcels)
            parcel.End(isOwn: parcel.Owner == group.Rank);
    }

    private static bool HasGradient(Parameter parameter)
    {
        using var gradient = parameter.grad;
        return gradient is not null;
    }

    private sealed record Parcel(int Owner, IReadOnlyList<Parameter> Parameters, Tensor Flat, ICollective Sending)
    {
        public static Parcel Begin(IProcessGroup group, int owner, IReadOnlyList<Parameter> parameters)
        {
            var flat = owner == group.Rank
                ? cat([.. parameters.Select(parameter => parameter.reshape(-1))])
                : empty(parameters.Sum(parameter => parameter.numel()), parameters[0].dtype, parameters[0].device);
            return new(owner, parameters, flat, group.BeginBroadcast(flat, owner));
        }

        public void End(bool isOwn)
        {
            using (Sending)
                Sending.Wait();
            if (isOwn)
                return;
            var offset = 0L;
            foreach (var parameter in Parameters)
            {
                parameter.copy_(Flat.narrow(0, offset, parameter.numel()).view(parameter.shape));
                offset += parameter.numel();
            }
        }
    }
}
