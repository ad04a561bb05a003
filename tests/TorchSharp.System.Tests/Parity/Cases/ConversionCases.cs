using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Conversions between data types, and simple arithmetic in each of them.</summary>
internal static class ConversionCases
{
    private static readonly (string Name, ScalarType Type)[] Floats =
        [("float32", float32), ("float64", float64), ("float16", float16), ("bfloat16", bfloat16)];

    private static readonly (string Name, ScalarType Type)[] Integers =
        [("int8", int8), ("int16", int16), ("int32", int32), ("int64", int64), ("uint8", uint8)];

    public static CaseTable Table
    {
        get
        {
            var table = new CaseTable("conversion")
            {
                {
                    "named_methods", x =>
                        [x.@float(), x.@double(), x.half(), x.bfloat16(), x.@int(), x.@long(), x.@short(), x.@char(), x.@byte(), x.@bool()]
                },
                { "type_as", (a, b) => a.type_as(b) },
                { "bfloat16_linear", (x, w, b) => F.linear(x, w, b) },
                { "promote_float_and_integer", (a, b) => [a + b, b * a, a > b] },
                { "promote_integers", (a, b) => [a + b, a * b] },
                { "promote_half_and_bfloat16", (a, b) => a + b },
                { "promote_integer_and_scalar", x => [x + 1, x + 1.5, x / 2, x * 0.5] },
                { "promote_zero_dimensional", (a, b) => a * b },
            };
            foreach (var (name, type) in Floats)
                table.Add($"{name}_arithmetic", (a, b) => [a + b, a * b - 1.5, a / b, (a * 3).sum()]);
            foreach (var (name, type) in Integers)
                table.Add($"{name}_arithmetic", (a, b) => [a + b, a * 2, a.floor_divide(b), a.sum(), a / b]);
            foreach (var (name, type) in (IEnumerable<(string, ScalarType)>)[.. Floats, .. Integers, ("bool", @bool)])
            {
                table.Add($"float32_to_{name}", x => x.to(type));
                table.Add($"float32_from_{name}", x => x.to(float32));
            }

            return table;
        }
    }
}
