using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters as new modules have them.</summary>
internal static class Initial
{
    /// <summary>The bound that PyTorch's layers draw weights within: 1/√fanIn, which kaiming_uniform_ with a = √5 amounts to.</summary>
    public static double FanInBound(long fanIn) => fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;

    public static Parameter Uniform(ReadOnlySpan<long> shape, double bound, Device? device, ScalarType? dtype) =>
        (Parameter)nn.init.uniform_(Empty(shape, device, dtype), -bound, bound);

    public static Parameter Normal(ReadOnlySpan<long> shape, Device? device, ScalarType? dtype) =>
        (Parameter)nn.init.normal_(Empty(shape, device, dtype));

    public static Parameter Constant(ReadOnlySpan<long> shape, double value, Device? device, ScalarType? dtype) =>
        (Parameter)nn.init.constant_(Empty(shape, device, dtype), value);

    private static Parameter Empty(ReadOnlySpan<long> shape, Device? device, ScalarType? dtype) =>
        (Parameter)new Parameter(empty(shape, dtype, device)).DetachFromDisposeScope();
}
