using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>Collectives that are waited for at once, and those that are made of others.</summary>
public static class ProcessGroupExtensions
{
    /// <summary>Replaces a tensor by its sum over all processes.</summary>
    /// <inheritdoc cref="IProcessGroup.BeginAllReduce"/>
    public static void AllReduce(this IProcessGroup group, Tensor tensor) => Finish(group.BeginAllReduce(tensor));

    /// <summary>Replaces a tensor by that of one process.</summary>
    /// <inheritdoc cref="IProcessGroup.BeginBroadcast"/>
    public static void Broadcast(this IProcessGroup group, Tensor tensor, int root = 0) => Finish(group.BeginBroadcast(tensor, root));

    /// <summary>Collects the tensors of all processes.</summary>
    /// <inheritdoc cref="IProcessGroup.BeginAllGather"/>
    public static void AllGather(this IProcessGroup group, Tensor tensor, IReadOnlyList<Tensor> all) =>
        Finish(group.BeginAllGather(tensor, all));

    /// <summary>Waits until all processes are here.</summary>
    /// <param name="group">The processes.</param>
    public static void Barrier(this IProcessGroup group) => group.Sum([0]);

    /// <summary>Sums numbers over all processes.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="values">The numbers of this process, as many in each.</param>
    public static double[] Sum(this IProcessGroup group, ReadOnlySpan<double> values)
    {
        using var scope = NewDisposeScope();
        var sum = tensor(values.ToArray());
        group.AllReduce(sum);
        return [.. sum.data<double>()];
    }

    /// <summary>Sends bytes from one process to all.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="bytes">The bytes; what other processes than the root give is not looked at.</param>
    /// <param name="root">The rank whose bytes all get.</param>
    public static byte[] BroadcastBytes(this IProcessGroup group, byte[] bytes, int root = 0)
    {
        using var scope = NewDisposeScope();
        var length = tensor((long[])[bytes.Length]);
        group.Broadcast(length, root);
        var content = zeros(Math.Max(1, length[0].ToInt64()), ScalarType.Byte); // nothing carries an empty tensor
        if (group.Rank == root)
            bytes.CopyTo(content.bytes);
        group.Broadcast(content, root);
        return content.bytes[..(int)length[0].ToInt64()].ToArray();
    }

    /// <summary>Collects the bytes of all processes, of any length each.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="bytes">The bytes of this process.</param>
    /// <returns>One array a rank.</returns>
    public static byte[][] AllGatherBytes(this IProcessGroup group, byte[] bytes) =>
        [.. Enumerable.Range(0, group.Size).Select(rank => group.BroadcastBytes(bytes, rank))];

    private static void Finish(ICollective collective)
    {
        using (collective)
            collective.Wait();
    }
}
