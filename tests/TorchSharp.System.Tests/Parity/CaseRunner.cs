namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Computes the tensors that a case expects, each under its role.</summary>
internal static class CaseRunner
{
    /// <summary>Applies an operation to the inputs and differentiates it where PyTorch did.</summary>
    public static Dictionary<string, Tensor> Operation(ReferenceCase reference, Func<Tensor[], Tensor[]> operation)
    {
        var inputs = reference.Inputs();
        var targets = GradientTargets(reference, inputs);
        return Differentiate(reference, operation(inputs), targets);
    }

    /// <summary>Loads a module's state, applies the module, and reads gradients and buffers.</summary>
    public static Dictionary<string, Tensor> Module(ReferenceCase reference, Func<nn.Module<Tensor, Tensor>> make, Phase phase)
    {
        using var module = make();
        module.load_state_dict(reference.State());
        module.train(phase == Phase.Training);
        var inputs = reference.Inputs();
        var targets = GradientTargets(reference, inputs);
        foreach (var (name, parameter) in module.named_parameters())
            targets.Add($"grad.{name}", parameter);
        var results = Differentiate(reference, [module.call(inputs.Single())], targets);
        foreach (var (name, buffer) in module.named_buffers())
            results.Add($"after.{name}", buffer.clone());
        return results;
    }

    private static Dictionary<string, Tensor> GradientTargets(ReferenceCase reference, Tensor[] inputs) => inputs
        .Select((input, i) => (Role: $"grad{i}", Input: input))
        .Where(target => reference.Has(target.Role))
        .ToDictionary(target => target.Role, target => target.Input);

    private static Dictionary<string, Tensor> Differentiate(ReferenceCase reference, Tensor[] outputs, Dictionary<string, Tensor> targets)
    {
        var results = outputs.Select((output, i) => (Role: $"out{i}", Output: output)).ToDictionary(result => result.Role, result => result.Output);
        if (targets.Count == 0)
            return results;
        var differentiable = Enumerable.Range(0, outputs.Length).Where(i => reference.Has($"cot{i}")).ToArray();
        var gradients = autograd.grad(
            differentiable.Select(i => outputs[i]).ToArray(),
            targets.Values.ToArray(),
            differentiable.Select(i => reference.Read($"cot{i}")).ToArray());
        foreach (var (role, gradient) in targets.Keys.Zip(gradients))
            results.Add(role, gradient);
        return results;
    }
}
