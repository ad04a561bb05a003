namespace VideoPoet.Engines.Tests.Parity;

/// <summary>
/// The tensors of one case by their role: in0.. (inputs), cot0.. (cotangents of the outputs), state.NAME (a module's state before) are given;
/// out0.. (outputs), grad0.. (gradients of inputs), grad.NAME (gradients of parameters) and after.NAME (buffers afterwards) are expected.
/// </summary>
internal sealed class ReferenceCase(SafetensorsFile file, string name, IReadOnlySet<string> roles)
{
    private const string StatePrefix = "state.";

    /// <summary>The roles whose tensors a case has to compute.</summary>
    public IEnumerable<string> ExpectedRoles => roles.Where(role =>
        role.StartsWith("out", StringComparison.Ordinal) || role.StartsWith("grad", StringComparison.Ordinal)
        || role.StartsWith("after.", StringComparison.Ordinal));

    /// <summary>Whether PyTorch gave a tensor in this role.</summary>
    public bool Has(string role) => roles.Contains(role);

    /// <summary>A new tensor with the values in a role.</summary>
    public Tensor Read(string role) => file.Read($"{name}/{role}");

    /// <summary>New tensors with the inputs; those whose gradient is expected require it.</summary>
    public Tensor[] Inputs() => Enumerable.Range(0, roles.Count)
        .TakeWhile(i => Has($"in{i}"))
        .Select(i => Has($"grad{i}") ? Read($"in{i}").requires_grad_() : Read($"in{i}"))
        .ToArray();

    /// <summary>New tensors with a module's state before the case runs.</summary>
    public Dictionary<string, Tensor> State() => roles
        .Where(role => role.StartsWith(StatePrefix, StringComparison.Ordinal))
        .ToDictionary(role => role[StatePrefix.Length..], Read);
}
