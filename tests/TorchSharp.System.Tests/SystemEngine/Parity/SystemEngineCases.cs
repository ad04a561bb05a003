using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>What the package (TorchSharp 0.107) answers differently from PyTorch, and the system engine as PyTorch does.</summary>
internal static class SystemEngineCases
{
    public static IReadOnlyList<CaseTable> Tables =>
    [
        // The package computes something else: the values differ in the first digit.
        new("special")
        {
            { "erfcx", x => special.erfcx(x) },
        },
        new("activation")
        {
            { "hardtanh", x => F.hardtanh(x) },
            { "hardtanh_range", x => F.hardtanh(x, -0.5, 1.5) },
        },

        // The package divides by n − 1 all the same, knows only the first difference, and takes a missing type for an uninitialised one.
        new("reduction")
        {
            { "var_biased", x => x.var(unbiased: false) },
            { "diff_twice", x => x.diff(2, 0) },
            { "nanmean", x => x.nanmean() },
        },

        // The package adds the second batch to a product of the other two, and reads past the end of the dimensions.
        new("matrix")
        {
            { "baddbmm", (c, a, b) => c.baddbmm(a, b, 0.5f, 2) },
            { "tensordot", (a, b) => tensordot(a, b) },
        },

        // The package calls the pooling of one dimension.
        new("pooling")
        {
            { "adaptive_max_pool3d", x => F.adaptive_max_pool3d(x, [2, 3, 1]) },
        },
        new("module")
        {
            { "hardtanh", () => nn.Hardtanh(-0.5, 2) },
            { "adaptive_max_pool3d", () => nn.AdaptiveMaxPool3d([2, 1, 3]) },
        },

        // The package gives the variance no gradient, and ends the process when asked for one.
        new("criterion")
        {
            { "gaussian_nll", (x, t, v) => nn.GaussianNLLLoss(full: true).call(x, t, v) },
        },
    ];
}
