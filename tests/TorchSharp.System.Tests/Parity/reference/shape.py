"""Views, joins, splits and repetitions."""

import torch

from reference.recorder import check, randn

x = randn(2, 3, 4)

check("reshape_view", lambda x: (x.reshape(6, 4), x.view(2, 12), x.reshape(-1), x.view(2, -1, 2)), x)
check("permute", lambda x: (x.permute(2, 0, 1), x.permute(1, 0, 2).reshape(3, 8)), x)
check("transpose", lambda x: (x.transpose(0, 2), x.mT, x.swapaxes(0, 1), x[0].t(), x[0].T), x)
check("squeeze_unsqueeze", lambda x: (x.unsqueeze(1), x.unsqueeze(-1).squeeze(-1), x[:, :1].squeeze(), x[:, :1].squeeze(1)), x)
check("expand", lambda x: (x.expand(2, 3, 4), x.expand(5, -1, 3, 4)[1], x.expand_as(torch.zeros(2, 3, 4))), randn(1, 3, 4))
check("broadcast", lambda a, b: (torch.broadcast_to(a, (2, 3, 4)), *torch.broadcast_tensors(a, b)), randn(3, 1), randn(4))
check("repeat_tile", lambda x: (x.repeat(2, 1, 3), x.tile((2, 1))), x)
check("repeat_interleave", lambda x: (x.repeat_interleave(2, 1), x.repeat_interleave(3)), x)
check("repeat_interleave_counts", lambda x, n: x.repeat_interleave(n, 1), x, torch.tensor([1, 0, 3]))
check("cat_stack", lambda a, b: (torch.cat([a, b], 1), torch.stack([a[:, :2], b[:, :2]], -1), torch.stack([a, a])), randn(2, 3), randn(2, 4))
check("stacks", lambda a, b: (torch.hstack([a, b]), torch.vstack([a, b]), torch.dstack([a, b]), torch.column_stack([a, b])), randn(2, 3), randn(2, 3))
check("split", lambda x: x.split(3, 2), randn(2, 2, 8))
check("split_sizes", lambda x: x.split([1, 4, 3], 2), randn(2, 2, 8))
check("chunk", lambda x: x.chunk(3, 1), randn(2, 7))
check("tensor_split", lambda x: x.tensor_split(3, 1), randn(2, 7))
check("split_by_axis", lambda x: (*x.hsplit(2), *x.vsplit(2), *x.dsplit(2)), randn(2, 4, 6))
check("at_least", lambda x: (torch.atleast_1d(x), torch.atleast_2d(x), torch.atleast_3d(x)), randn(3))
check("unbind", lambda x: x.unbind(1), x)
check("flip_roll", lambda x: (x.flip(0, 2), x.roll(1, 2), x.roll((1, -1), (0, 1)), x.roll(5)), x)
check("flip_sides", lambda x: (torch.fliplr(x), torch.flipud(x), torch.rot90(x), torch.rot90(x, 3, (1, 2))), x)
check("flatten", lambda x: (x.flatten(), x.flatten(1), x.flatten(0, 1), x.ravel(), x.unflatten(2, (2, 2))), x)
check("movedim", lambda x: (torch.movedim(x, 0, 2), torch.movedim(x, (0, 1), (1, 2)), torch.moveaxis(x, 2, 0)), x)
check("as_strided", lambda x: x.as_strided((2, 3), (4, 2), 1), randn(20))
check("unfold", lambda x: (x.unfold(1, 3, 1), x.unfold(0, 2, 3)), randn(6, 7))
check("contiguous", lambda x: x.transpose(0, 1).contiguous().view(3, 8), x)
check("complex_parts", lambda a, b: (torch.view_as_real(torch.complex(a, b)), torch.complex(a, b).abs(), torch.complex(a, b).angle()),
      randn(2, 3), randn(2, 3))
check("view_as_complex", lambda x: (torch.view_as_complex(x).real, torch.view_as_complex(x).imag), randn(3, 2))
