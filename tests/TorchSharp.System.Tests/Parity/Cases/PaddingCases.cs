using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Padding in every mode and number of dimensions.</summary>
internal static class PaddingCases
{
    public static CaseTable Table
    {
        get
        {
            var table = new CaseTable("padding")
            {
                { "constant_last", x => F.pad(x, (1, 2)) },
                { "constant_value", x => F.pad(x, (1, 0, 2, 1), value: -1.5) },
                { "constant_3d", x => F.pad(x, [1L, 1, 0, 2, 2, 0]) },
                { "negative", x => F.pad(x, (-1, 2)) },
            };
            foreach (var (name, mode) in new[]
                { ("reflect", PaddingModes.Reflect), ("replicate", PaddingModes.Replicate), ("circular", PaddingModes.Circular) })
            {
                table.Add($"{name}_1d", x => F.pad(x, [2L, 1], mode));
                table.Add($"{name}_2d", x => F.pad(x, [1L, 2, 2, 1], mode));
                table.Add($"{name}_3d", x => F.pad(x, [1L, 2, 0, 1, 2, 1], mode));
            }

            return table;
        }
    }
}
