namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Views, joins, splits and repetitions.</summary>
internal static class ShapeCases
{
    public static CaseTable Table => new("shape")
    {
        { "reshape_view", x => [x.reshape(6, 4), x.view(2, 12), x.reshape(-1), x.view(2, -1, 2)] },
        { "permute", x => [x.permute(2, 0, 1), x.permute(1, 0, 2).reshape(3, 8)] },
        { "transpose", x => [x.transpose(0, 2), x.mT, x.swapaxes(0, 1), x[0].t(), x[0].T] },
        { "squeeze_unsqueeze", x => [x.unsqueeze(1), x.unsqueeze(-1).squeeze(-1), x.narrow(1, 0, 1).squeeze(), x.narrow(1, 0, 1).squeeze(1)] },
        { "expand", x => [x.expand(2, 3, 4), x.expand(5, -1, 3, 4)[1], x.expand_as(zeros(2, 3, 4))] },
        { "broadcast", (a, b) => [a.broadcast_to(2, 3, 4), .. broadcast_tensors(a, b)] },
        { "repeat_tile", x => [x.repeat(2, 1, 3), x.tile([2, 1])] },
        { "repeat_interleave", x => [x.repeat_interleave(2, 1), x.repeat_interleave(3)] },
        { "repeat_interleave_counts", (x, n) => x.repeat_interleave(n, 1) },
        { "cat_stack", (a, b) => [cat([a, b], 1), stack([a.narrow(1, 0, 2), b.narrow(1, 0, 2)], -1), stack([a, a])] },
        { "stacks", (a, b) => [hstack(a, b), vstack([a, b]), dstack(a, b), column_stack(a, b)] },
        { "split", x => x.split(3, 2) },
        { "split_sizes", x => x.split([1, 4, 3], 2) },
        { "chunk", x => x.chunk(3, 1) },
        { "tensor_split", x => x.tensor_split(3, 1) },
        { "split_by_axis", x => [.. x.hsplit(2), .. x.vsplit(2), .. x.dsplit(2)] },
        { "at_least", x => [x.atleast_1d(), x.atleast_2d(), x.atleast_3d()] },
        { "unbind", x => x.unbind(1) },
        { "flip_roll", x => [x.flip(0, 2), x.roll(1, 2), x.roll((1, -1), (0, 1)), x.roll(5)] },
        { "flip_sides", x => [x.fliplr(), x.flipud(), x.rot90(), x.rot90(3, (1, 2))] },
        { "flatten", x => [x.flatten(), x.flatten(1), x.flatten(0, 1), x.ravel(), x.unflatten(2, 2, 2)] },
        { "movedim", x => [movedim(x, 0, 2), movedim(x, [0, 1], [1, 2]), moveaxis(x, 2, 0)] },
        { "as_strided", x => x.as_strided([2, 3], [4, 2], 1) },
        { "unfold", x => [x.unfold(1, 3, 1), x.unfold(0, 2, 3)] },
        { "contiguous", x => x.transpose(0, 1).contiguous().view(3, 8) },
        { "complex_parts", (a, b) => [view_as_real(complex(a, b)), complex(a, b).abs(), complex(a, b).angle()] },
        { "view_as_complex", x => [view_as_complex(x).real, view_as_complex(x).imag] },
    };
}
