using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>What a conformance run covered.</summary>
/// <param name="Cases">How many combinations of parameters, inputs and formats were checked.</param>
/// <param name="UncheckedViews">Computed views that the task uses and nothing at hand computes, so that only their shape was checked.</param>
public sealed record ConformanceReport(int Cases, ValueList<string> UncheckedViews);
