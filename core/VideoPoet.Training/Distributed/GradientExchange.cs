using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>
/// Adds gradients up over the processes, in buckets from the last parameter to the first: in about the order in which a backward pass comes by, so
/// that the sum of one bucket is under way while the next is computed.
/// </summary>
/// <remarks>
/// Buckets are begun in the same order everywhere. A parameter that has a gradient in some processes only gets the sum in all; one that has none in
/// any stays without.
/// </remarks>
internal sealed class GradientExchange : IDisposable
{
    private readonly IProcessGroup _group;
    private readonly GradientBucket[] _buckets;
    private readonly IDisposable[] _watches;
    private readonly bool[][] _isIn;
    private int _begun;
    private bool _isPass;
    private LostPeerException? _lost;

    public GradientExchange(DataParallel parallel, IReadOnlyList<Parameter> parameters)
    {
        _group = parallel.Group;
        _buckets = [.. Fill(parameters, parallel.Options.BucketBytes).Select(members => new GradientBucket(members))];
        _isIn = [.. _buckets.Select(bucket => new bool[bucket.Members.Count])];
        _watches = parallel.Options.Overlaps ? [.. _buckets.SelectMany((bucket, number) => bucket.Members.Select((parameter, member) =>
            ProcessGroup.WatchGradient(parameter, () => Ready(number, member))))] : [];
    }

    /// <summary>The number of buckets.</summary>
    public int Buckets => _buckets.Length;

    /// <summary>The buckets whose sum was begun during the last backward pass.</summary>
    public int BegunDuringPass { get; private set; }

    /// <summary>Begins the sums during the next backward pass.</summary>
    public void BeginWithNextPass() => _isPass = true;

    /// <summary>Makes the gradients of all parameters sums over the processes.</summary>
    public void Complete()
    {
        _isPass = false;
        if (_lost is not null)
            throw new LostPeerException(_lost.Message, _lost);
        BegunDuringPass = _begun;
        foreach (var bucket in _buckets.Skip(_begun))
        {
            bucket.PutAll();
            bucket.BeginSum(_group);
        }
        var (isPresent, isStale) = Flags();
        foreach (var (number, bucket) in _buckets.Index())
        {
            bucket.Wait();
            if (!isStale[number])
                continue;
            bucket.PutAll();
            bucket.BeginSum(_group);
            bucket.Wait();
        }
        var parameter = 0;
        foreach (var bucket in _buckets)
        {
            for (var member = 0; member < bucket.Members.Count; member++)
            {
                if (isPresent[parameter++])
                    bucket.TakeBack(member);
            }
        }
        Reset();
    }

    public void Dispose()
    {
        foreach (var watch in _watches)
            watch.Dispose();
        foreach (var bucket in _buckets)
            bucket.Dispose();
    }

    private static List<List<Parameter>> Fill(IReadOnlyList<Parameter> parameters, long bytes)
    {
        var buckets = new List<List<Parameter>>();
        var filled = 0L;
        foreach (var parameter in parameters.Reverse())
        {
            if (filled == 0 || filled >= bytes || buckets[^1][0].dtype != parameter.dtype || buckets[^1][0].device != parameter.device)
            {
                buckets.Add([]);
                filled = 0;
            }
            buckets[^1].Add(parameter);
            filled += parameter.numel() * (GradientBucket.TypeOf(parameter) == ScalarType.Float64 ? sizeof(double) : sizeof(float));
        }
        return buckets;
    }

    // On the thread of the backward pass, which must not be thrown through: what was lost is told afterwards.
    private void Ready(int number, int member)
    {
        if (!_isPass || _lost is not null)
            return;
        var bucket = _buckets[number];
        if (_isIn[number][member])
        {
            bucket.IsStale = true;
            return;
        }
        _isIn[number][member] = true;
        bucket.Put(member);
        try
        {
            for (; _begun < _buckets.Length && _buckets[_begun].Missing == 0; _begun++)
                _buckets[_begun].BeginSum(_group);
        }
        catch (LostPeerException exception)
        {
            _lost = exception;
        }
    }

    // Which parameters have a gradient in any process, and which buckets were begun too early in any.
    private (bool[] IsPresent, bool[] IsStale) Flags()
    {
        using var scope = NewDisposeScope();
        var parameters = _buckets.SelectMany(bucket => bucket.Members).Select(HasGradient);
        var flags = tensor([.. parameters.Concat(_buckets.Select(bucket => bucket.IsStale)).Select(flag => flag ? 1 : 0)]);
        _group.AllReduce(flags);
        var sums = flags.data<int>().ToArray().Select(sum => sum > 0).ToArray();
        return (sums[..^_buckets.Length], sums[^_buckets.Length..]);
    }

    private static bool HasGradient(Parameter parameter)
    {
        using var gradient = parameter.grad;
        return gradient is not null;
    }

    private void Reset()
    {
        _begun = 0;
        foreach (var (number, bucket) in _buckets.Index())
        {
            bucket.Reset();
            Array.Clear(_isIn[number]);
        }
    }
}
