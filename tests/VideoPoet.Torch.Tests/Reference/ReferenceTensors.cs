using TorchSharp.Modules;
using VideoPoet.Engines.Tests.Parity;

namespace VideoPoet.Torch.Tests.Reference;

/// <summary>The tensors that make_reference.py wrote.</summary>
internal static class ReferenceTensors
{
    private static readonly SafetensorsFile s_file =
        SafetensorsFile.Open(Path.Combine(TestContext.CurrentContext.TestDirectory, "Reference", "reference.safetensors"));

    public static Tensor Read(string name) => s_file.Read(name);

    public static Parameter ReadParameter(string name) => new(Read(name));

    /// <summary>The largest difference between a tensor and the reference, which is also printed.</summary>
    public static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        var difference = (actual.detach() - Read(name)).abs().max().ToDouble();
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }
}
