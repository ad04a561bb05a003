using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.FlowDepth;

/// <summary>The mean errors of estimates, of pixels that show an object and of the others.</summary>
internal sealed class FlowDepthTally
{
    private readonly List<(string Name, double Sum, double Pixels)> _sums = [];

    /// <summary>Adds how far objects really move.</summary>
    public void AddTruth(FlowDepthBatch batch) => Add("object_flow", batch.Flow.square().sum(1, keepdim: true).sqrt(), batch.IsObject);

    /// <summary>Adds the errors of one estimate, [batch, 1, height, width].</summary>
    public void Add(string prefix, FlowDepthBatch batch, Tensor flowError, Tensor depthError)
    {
        var isBackground = 1 - batch.IsObject;
        Add(prefix + "object_flow_error", flowError, batch.IsObject);
        Add(prefix + "background_flow_error", flowError, isBackground);
        Add(prefix + "object_depth_error", depthError, batch.IsObject);
        Add(prefix + "background_depth_error", depthError, isBackground);
    }

    /// <summary>The means, in the order in which they were first added.</summary>
    public IReadOnlyList<Figure> Figures() =>
    [
        .. _sums.GroupBy(entry => entry.Name)
            .Select(group => new Figure(group.Key, group.Sum(entry => entry.Sum) / group.Sum(entry => entry.Pixels))),
    ];

    private void Add(string name, Tensor values, Tensor mask) => _sums.Add((name, values.mul(mask).sum().ToDouble(), mask.sum().ToDouble()));
}
