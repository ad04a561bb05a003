using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Convolutions and their transposes with every stride, padding, dilation and group rule.</summary>
internal static class ConvolutionCases
{
    public static CaseTable Table => new("convolution")
    {
        { "conv1d", (x, w, b) => F.conv1d(x, w, b) },
        { "conv1d_stride_padding_dilation", (x, w) => F.conv1d(x, w, stride: 2, padding: 3, dilation: 2) },
        { "conv1d_groups", (x, w, b) => F.conv1d(x, w, b, padding: 1, groups: 2) },
        { "conv1d_same", (x, w) => F.conv1d_padding(x, w, padding: Padding.Same, dilation: 2) },
        { "conv1d_unbatched", (x, w) => F.conv1d(x, w) },
        { "conv2d", (x, w, b) => F.conv2d(x, w, b) },
        { "conv2d_rectangle", (x, w) => F.conv2d(x, w, strides: [2, 1], padding: [0, 2], dilation: [1, 2]) },
        { "conv2d_depthwise", (x, w) => F.conv2d(x, w, padding: [1, 1], groups: 4) },
        { "conv2d_same", (x, w) => F.conv2d_padding(x, w, padding: Padding.Same) },
        { "conv2d_1x1", (x, w, b) => F.conv2d(x, w, b) },
        { "conv3d", (x, w, b) => F.conv3d(x, w, b, padding: [1, 1, 1]) },
        { "conv3d_stride_dilation", (x, w) => F.conv3d(x, w, strides: [2, 1, 1], dilation: [1, 1, 2]) },
        { "conv3d_groups", (x, w) => F.conv3d(x, w, groups: 2) },
        { "conv3d_same", (x, w) => F.conv3d_padding(x, w, padding: Padding.Same) },
        { "conv_transpose1d", (x, w, b) => F.conv_transpose1d(x, w, b) },
        { "conv_transpose1d_stride", (x, w) => F.conv_transpose1d(x, w, stride: 2, padding: 1, output_padding: 1, dilation: 2) },
        { "conv_transpose1d_groups", (x, w) => F.conv_transpose1d(x, w, groups: 2) },
        { "conv_transpose2d", (x, w, b) => F.conv_transpose2d(x, w, b) },
        { "conv_transpose2d_stride", (x, w) => F.conv_transpose2d(x, w, strides: [2, 3], padding: [1, 0], output_padding: [1, 2]) },
        { "conv_transpose3d", (x, w, b) => F.conv_transpose3d(x, w, b) },
        { "conv_transpose3d_stride", (x, w) => F.conv_transpose3d(x, w, strides: [2, 2, 2], padding: [1, 1, 1], output_padding: [1, 1, 1]) },
    };
}
