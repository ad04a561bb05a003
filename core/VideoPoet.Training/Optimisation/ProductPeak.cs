using System.Diagnostics;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Measures how fast this machine multiplies matrices, which is the most that training can reach.</summary>
public static class ProductPeak
{
    private const long Size = 2_048;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Multiplies for about a second.</summary>
    /// <param name="precision">The number format of the products.</param>
    /// <param name="device">Where they are computed; the processor when null.</param>
    /// <returns>Floating-point operations a second of the fastest product; a multiplication with its addition counts two.</returns>
    public static double Measure(Precision precision, Device? device = null)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        using var shorter = ComputingPrecision.Enter(precision, (device ?? CPU).type);
        var (one, other) = (ones([Size, Size], device: device), ones([Size, Size], device: device));
        var start = Stopwatch.GetTimestamp();
        var fastest = double.PositiveInfinity;
        // The first product warms up; the sum makes a device's work complete.
        for (var round = 0; round < 2 || Stopwatch.GetElapsedTime(start) < Limit; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var product = one.mm(other);
            using var corner = product[0, 0].cpu();
            fastest = round == 0 ? fastest : Math.Min(fastest, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return 2.0 * Size * Size * Size / fastest;
    }
}
