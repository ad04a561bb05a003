using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>
/// Activation checkpointing: a part of a network keeps only its inputs and computes itself once more when gradients are asked for, so that memory is
/// traded for time (Chen et al., arXiv 1604.06174).
/// </summary>
public static class Checkpoint
{
    /// <summary>Runs a part of one input and one output.</summary>
    /// <param name="body">The part; it must compute the same when run again and use no tensors that need gradients but those named here.</param>
    /// <param name="input">Its input.</param>
    /// <param name="parameters">The parameters that it uses.</param>
    public static Tensor Run(Func<Tensor, Tensor> body, Tensor input, IEnumerable<Parameter> parameters) =>
        Run(inputs => [body(inputs[0])], [input], parameters)[0];

    /// <summary>Runs a part of several inputs and outputs.</summary>
    /// <param name="body">The part; it must compute the same when run again and use no tensors that need gradients but those named here. Random
    /// numbers and autocast are as they were the first time.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="parameters">The parameters that it uses.</param>
    public static IReadOnlyList<Tensor> Run(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> body, IReadOnlyList<Tensor> inputs, IEnumerable<Parameter> parameters)
    {
        if (!is_grad_enabled())
            return body(inputs);
        object[] arguments = [new Part(body, inputs.Count, inputs[0].device_type), .. inputs, .. parameters];
        return Recomputed.apply(arguments);
    }

    /// <summary>What the second run needs beside the saved tensors.</summary>
    private sealed class Part(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> body, int inputs, DeviceType device)
    {
        private readonly ScalarType? _autocast = TorchRuntime.Current.AutocastType(device);
        private readonly byte[] _random = RandomState();

        public int Inputs => inputs;

        /// <summary>Runs the body in an autocast region of its own, or in none: what it converts is for this run alone.</summary>
        public IReadOnlyList<Tensor> First(IReadOnlyList<Tensor> tensors)
        {
            using var _ = TorchRuntime.Current.Autocast(device, _autocast ?? ScalarType.BFloat16, enabled: _autocast is not null);
            return body(tensors);
        }

        /// <summary>Runs the body with the random numbers and the autocast of the first time, and leaves both as they are now.</summary>
        public IReadOnlyList<Tensor> Again(IReadOnlyList<Tensor> tensors)
        {
            var now = RandomState();
            Restore(_random);
            try
            {
                return First(tensors);
            }
            finally
            {
                Restore(now);
            }
        }

        private static byte[] RandomState()
        {
            using var state = get_rng_state();
            return state.bytes.ToArray();
        }

        private static void Restore(byte[] bytes)
        {
            using var state = tensor(bytes);
            set_rng_state(state);
        }
    }

    private sealed class Recomputed : autograd.MultiTensorFunction<Recomputed>
    {
        private const string PartKey = "part";

        public override string Name => nameof(Checkpoint);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var part = (Part)vars[0];
            List<Tensor> tensors = [.. vars.Skip(1).Cast<Tensor>()];
            ctx.save_data(PartKey, part);
            ctx.save_for_backward(tensors);
            return [.. part.First(tensors[..part.Inputs])];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            using var scope = NewDisposeScope();
            var part = (Part)ctx.get_data(PartKey)!;
            var saved = ctx.get_saved_variables();
            List<Tensor> inputs = [.. saved[..part.Inputs].Select(Detached)];
            IReadOnlyList<Tensor> outputs;
            using (enable_grad())
                outputs = part.Again(inputs);

            Tensor[] sources = [.. inputs, .. saved[part.Inputs..]];
            var wanted = sources.Where(source => source.requires_grad).ToList();
            var used = outputs.Zip(grad_outputs).Where(pair => pair.First.requires_grad).ToList();
            var gradients = autograd.grad(
                [.. used.Select(pair => pair.First)], wanted, [.. used.Select(pair => pair.Second)], allow_unused: true);
            var next = 0;
            return [null!, .. sources.Select(source => source.requires_grad ? gradients[next++]?.MoveToOuterDisposeScope()! : null!)]; // null: the part
        }

        private static Tensor Detached(Tensor tensor)
        {
            var copy = tensor.detach();
            copy.requires_grad = tensor.requires_grad;
            return copy;
        }
    }
}
