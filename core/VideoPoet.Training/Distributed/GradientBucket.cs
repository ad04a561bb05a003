using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>Gradients of some parameters, one after another in one tensor, so that they are added up over the processes together.</summary>
internal sealed class GradientBucket : IDisposable
{
    private readonly Tensor _flat;
    private readonly long[] _offsets;
    private ICollective? _sum;

    /// <param name="members">The parameters, of one type and device.</param>
    public GradientBucket(IReadOnlyList<Parameter> members)
    {
        Members = members;
        _offsets = new long[members.Count];
        var elements = 0L;
        for (var index = 0; index < members.Count; index++)
        {
            _offsets[index] = elements;
            elements += members[index].numel();
        }
        _flat = zeros(elements, TypeOf(members[0]), members[0].device).DetachFromDisposeScope();
        Missing = members.Count;
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Members { get; }

    /// <summary>How many members have not been put in since <see cref="Reset"/>.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether the sum was begun.</summary>
    public bool IsBegun => _sum is not null;

    /// <summary>Whether a gradient changed after it was put in.</summary>
    public bool IsStale { get; set; }

    /// <summary>The type in which gradients of a parameter are added up: Gloo knows no shorter ones.</summary>
    public static ScalarType TypeOf(Parameter parameter) => parameter.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;

    /// <summary>Puts the gradient of a member in, or zeros when it has none.</summary>
    public void Put(int member)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        if (Members[member].grad is { } gradient)
            Slice(member).copy_(gradient);
        else
            Slice(member).zero_();
        Missing--;
    }

    /// <summary>Puts the gradients of all members in.</summary>
    public void PutAll()
    {
        for (var member = 0; member < Members.Count; member++)
            Put(member);
        Missing = 0;
    }

    public void BeginSum(IProcessGroup group) => _sum = group.BeginAllReduce(_flat);

    public void Wait()
    {
        using var sum = _sum;
        _sum = null;
        sum?.Wait();
    }

    /// <summary>Makes a member's place in the bucket its gradient.</summary>
    public void TakeBack(int member)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        Members[member].grad = Slice(member).to_type(Members[member].dtype);
    }

    public void Reset() => (Missing, IsStale) = (Members.Count, false);

    public void Dispose()
    {
        _sum?.Dispose();
        _flat.Dispose();
    }

    private Tensor Slice(int member) => _flat.narrow(0, _offsets[member], Members[member].numel()).view(Members[member].shape);
}
