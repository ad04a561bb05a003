namespace VideoPoet.Engines.Tests.Parity;

/// <summary>What came out of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Forward">The largest difference of its outputs and buffers.</param>
/// <param name="Gradient">The largest difference of its gradients; null when none is expected.</param>
/// <param name="Failures">What is wrong, one sentence each; empty when the engine agrees with PyTorch.</param>
internal sealed record CaseResult(ParityCase Case, double Forward, double? Gradient, IReadOnlyList<string> Failures)
{
    /// <summary>Runs a case and compares everything that it computes with the reference.</summary>
    public static CaseResult Of(ParityCase @case)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceFile.Case(@case.Name);
        try
        {
            return Compare(@case, reference, @case.Run(reference));
        }
        catch (Exception exception)
        {
            // An operator that throws fails its own case and keeps its place in the table; the others still run.
            return new(@case, double.NaN, null, [exception.ToString()]);
        }
    }

    private static CaseResult Compare(ParityCase @case, ReferenceCase reference, Dictionary<string, Tensor> results)
    {
        var failures = new List<string>();
        double forward = 0;
        double? gradient = null;
        foreach (var role in reference.ExpectedRoles.Except(results.Keys))
            failures.Add($"{role} is expected and was not computed.");
        foreach (var (role, actual) in results)
        {
            if (!reference.Has(role))
            {
                failures.Add($"{role} was computed, and PyTorch gave none.");
                continue;
            }

            var expected = reference.Read(role);
            if (actual.dtype != expected.dtype || !actual.shape.SequenceEqual(expected.shape))
            {
                failures.Add($"{role} is {Describe(actual)} and should be {Describe(expected)}.");
                continue;
            }

            var difference = Difference.Largest(actual, expected);
            var tolerance = @case.Tolerance ?? Tolerance.Of(expected.dtype);
            if (difference > tolerance)
                failures.Add($"{role} differs by {difference:0.0e-0}; {tolerance:0.0e-0} is allowed.");
            if (role.StartsWith("grad", StringComparison.Ordinal))
                gradient = Math.Max(gradient ?? 0, difference);
            else
                forward = Math.Max(forward, difference);
        }

        return new(@case, forward, gradient, failures);
    }

    private static string Describe(Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
