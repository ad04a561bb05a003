using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Loss;

/// <summary>
/// The cross-entropy of states under some rows of an output layer, chunk by chunk, so that the logits of a batch never exist at once. The forward
/// pass computes the gradients too, while it has a chunk's probabilities; backward only scales them.
/// </summary>
/// <remarks>In an autocast region products, and so logits, have its shorter type; the softmax, the losses and their sums have 32 bits.</remarks>
internal sealed class SoftmaxLoss : autograd.MultiTensorFunction<SoftmaxLoss>
{
    // Logits of one chunk: 64 MiB, few beside the gradient of a large output layer and enough for fast products.
    private const int MostLogits = 1 << 24;

    // Fewer states would read the weights, and write their gradient, too often.
    private const int LeastStates = 128;

    public override string Name => "softmax_loss";

    /// <summary>Computes losses.</summary>
    /// <param name="states">[states, width]</param>
    /// <param name="weight">[rows, width]</param>
    /// <param name="targets">int64 [states]: the row that is right, from 0 for the first of the state's group.</param>
    /// <param name="problem">The groups and the options.</param>
    /// <returns>The sum of losses, a number with gradients, and the cross-entropies, float32 [states], without.</returns>
    public static (Tensor Sum, Tensor CrossEntropies) Apply(Tensor states, Tensor weight, Tensor targets, SoftmaxProblem problem)
    {
        // When it ends, the graph alone holds the gradients.
        using var scope = NewDisposeScope();
        if (is_grad_enabled() && (states.requires_grad || weight.requires_grad))
        {
            var results = apply(states, weight, targets, problem);
            return (results[0].MoveToOuterDisposeScope(), results[1].MoveToOuterDisposeScope());
        }
        var (sum, crossEntropies, _, _) = Compute(states, weight, targets, problem, needsStates: false, needsWeight: false);
        return (sum.MoveToOuterDisposeScope(), crossEntropies.MoveToOuterDisposeScope());
    }

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (states, weight, targets, problem) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (SoftmaxProblem)vars[3]);
        var (sum, crossEntropies, ofStates, ofWeight) = Compute(states, weight, targets, problem, states.requires_grad, weight.requires_grad);
        ctx.save_data(nameof(states), ofStates is not null);
        ctx.save_for_backward([.. new[] { ofStates, ofWeight }.OfType<Tensor>()]);
        ctx.mark_non_differentiable([crossEntropies]);
        return [sum, crossEntropies];
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
    {
        // Scaled where they are: a second backward pass over the same graph is refused rather than wrong.
        var scaled = new Queue<Tensor>(ctx.get_saved_variables().Select(gradient => gradient.mul_(grad_outputs[0])));
        var ofStates = (bool)ctx.get_data("states")! ? scaled.Dequeue() : null;
        var ofWeight = scaled.TryDequeue(out var gradient) ? gradient : null;
        return [ofStates!, ofWeight!, null!, null!];
    }

    private static (Tensor Sum, Tensor CrossEntropies, Tensor? OfStates, Tensor? OfWeight) Compute(
        Tensor states, Tensor weight, Tensor targets, SoftmaxProblem problem, bool needsStates, bool needsWeight)
    {
        using var scope = NewDisposeScope();
        var type = TorchRuntime.Current.AutocastType(states.device_type) ?? states.dtype;
        using var exact = TorchRuntime.Current.Autocast(states.device_type, enabled: false);
        var crossEntropies = empty(states.shape[0], ScalarType.Float32, states.device);
        var sum = zeros([], ScalarType.Float32, states.device);
        var ofStates = needsStates ? empty_like(states) : null;
        var ofWeight = needsWeight ? zeros_like(weight) : null;
        var lowered = states.to_type(type);
        foreach (var (rows, first, count) in problem.Groups)
        {
            using var ofGroup = NewDisposeScope();
            var group = weight.narrow(0, rows.Start, rows.Count).to_type(type);
            var most = Math.Max(LeastStates, MostLogits / rows.Count);
            for (var start = first; start < first + count; start += most)
            {
                using var ofChunk = NewDisposeScope();
                var size = Math.Min(most, first + count - start);
                var chunk = lowered.narrow(0, start, size);
                var logits = chunk.mm(group.t()).to_type(ScalarType.Float32);
                var (losses, scales) = Losses(logits, targets.narrow(0, start, size), crossEntropies.narrow(0, start, size), problem.Options);
                sum.add_(losses.sum());
                if (ofStates is null && ofWeight is null)
                    continue;
                var gradient = ToGradient(logits, scales, targets.narrow(0, start, size), problem.Options).to_type(type);
                ofStates?.narrow(0, start, size).copy_(gradient.mm(group));
                var place = ofWeight?.narrow(0, rows.Start, rows.Count);
                if (place?.dtype == type)
                    place.addmm_(gradient.t(), chunk);
                else
                    place?.add_(gradient.t().mm(chunk));
            }
        }
        return (sum.MoveToOuterDisposeScope(), crossEntropies.MoveToOuterDisposeScope(), ofStates?.MoveToOuterDisposeScope(),
            ofWeight?.MoveToOuterDisposeScope());
    }

    // The losses of a chunk, [states, 1]. Logits become exponentials, and the scales, [states, 1], make gradients of them.
    private static (Tensor Losses, Tensor Scales) Losses(Tensor logits, Tensor targets, Tensor crossEntropies, LanguageModelLossSpec options)
    {
        var highest = logits.amax([1], keepdim: true);
        var right = logits.gather(1, targets.unsqueeze(1));
        // While the logits are still logits.
        var average = options.LabelSmoothing > 0 ? (logits.sum([1], keepdim: true) - right) / (logits.shape[1] - 1) : null;
        var divisors = logits.sub_(highest).exp_().sum([1], keepdim: true);
        var logDivisors = divisors.log() + highest;
        var crossEntropy = logDivisors - right;
        crossEntropies.copy_(crossEntropy.squeeze(1));
        var losses = average is null ? crossEntropy : crossEntropy + options.LabelSmoothing * (right - average);
        return options.ZLoss > 0
            ? (losses + options.ZLoss * logDivisors.square(), (logDivisors * (2 * options.ZLoss) + 1) / divisors)
            : (losses, divisors.reciprocal());
    }

    // Turns exponentials, in place, into the gradient of the losses with respect to logits: scaled probabilities less what they should be.
    private static Tensor ToGradient(Tensor exponentials, Tensor scales, Tensor targets, LanguageModelLossSpec options)
    {
        var gradient = exponentials.mul_(scales);
        var other = options.LabelSmoothing / (gradient.shape[1] - 1);
        if (other > 0)
            gradient.sub_(other);
        var right = full([targets.shape[0], 1], -(1 - options.LabelSmoothing - other), ScalarType.Float32, targets.device);
        return gradient.scatter_add_(1, targets.unsqueeze(1), right);
    }
}
