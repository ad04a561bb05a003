using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Maximum, average and adaptive pooling.</summary>
internal static class PoolingCases
{
    public static CaseTable Table => new("pooling")
    {
        { "max_pool1d", x => F.max_pool1d(x, 3, 2, 1) },
        { "max_pool1d_indices", x => F.max_pool1d_with_indices(x, 2) },
        { "max_pool2d", x => F.max_pool2d(x, 2) },
        { "max_pool2d_ceil_dilation", x => F.max_pool2d(x, [2, 3], [2, 2], [1, 1], [1, 2], ceil_mode: true) },
        { "max_pool2d_indices", x => F.max_pool2d_with_indices(x, [2, 2]) },
        { "max_pool3d", x => F.max_pool3d(x, [2, 2, 2]) },
        { "max_pool3d_indices", x => F.max_pool3d_with_indices(x, [2, 2, 2], [1, 2, 2]) },
        { "avg_pool1d", x => F.avg_pool1d(x, 3, 2, 1) },
        { "avg_pool2d", x => F.avg_pool2d(x, 2) },
        { "avg_pool2d_excluding_padding", x => F.avg_pool2d(x, [3, 3], [2, 2], [1, 1], ceil_mode: true, count_include_pad: false) },
        { "avg_pool2d_divisor", x => F.avg_pool2d(x, [2, 2], divisor_override: 3) },
        { "avg_pool3d", x => F.avg_pool3d(x, [2, 2, 2], [1, 2, 1]) },
        { "adaptive_avg_pool1d", x => F.adaptive_avg_pool1d(x, 4) },
        { "adaptive_avg_pool2d", x => [F.adaptive_avg_pool2d(x, 1), F.adaptive_avg_pool2d(x, (3, 4))] },
        { "adaptive_avg_pool3d", x => F.adaptive_avg_pool3d(x, (2, 3, 1)) },
        { "adaptive_max_pool1d", x => F.adaptive_max_pool1d(x, 4) },
        { "adaptive_max_pool2d", x => F.adaptive_max_pool2d(x, [3, 4]) },
        { "adaptive_max_pool_indices", x => F.adaptive_max_pool2d_with_indices(x, [3, 4]) },
    };
}
