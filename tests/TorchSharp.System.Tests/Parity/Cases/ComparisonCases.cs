namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Comparisons, logic, bits and selection by condition.</summary>
internal static class ComparisonCases
{
    public static CaseTable Table => new("comparison")
    {
        { "operators", (a, b) => [a == b, a != b, a < b, a <= b, a > b, a >= b] },
        { "with_scalar", x => [x == 2, x != 2, x < 2, x <= 2, x > 2, x >= 2] },
        { "logical", (a, b) => [a & b, a | b, a ^ b, ~a] },
        { "logical_functions", (a, b) => [logical_and(a, b), logical_or(a, b), logical_xor(a, b), logical_not(a)] },
        {
            "bitwise", (a, b) =>
            [
                bitwise_and(a, b), bitwise_or(a, b), bitwise_xor(a, b), bitwise_not(a), bitwise_left_shift(a, b), bitwise_right_shift(a, b),
            ]
        },
        { "classify", x => [x.isnan(), x.isinf(), x.isfinite(), x.isposinf(), x.isneginf(), x.signbit()] },
        { "isclose", (a, b) => isclose(a, b) },
        { "isin", (a, b) => isin(a, b) },
        { "any_all", x => [x.any(), x.all(), x.any(1), x.all(1, keepdim: true)] },
        { "where", (m, a, b) => where(m, a, b) },
        { "where_indices", m => where(m) },
        { "masked_fill", (x, m) => x.masked_fill(m, -7) },
        { "masked_fill_infinity", (x, m) => x.masked_fill(m, float.NegativeInfinity).softmax(-1) },
        { "masked_select", (x, m) => x.masked_select(m) },
        { "masked_scatter", (x, m, s) => x.masked_scatter(m, s) },
        { "heaviside", (a, b) => heaviside(a, b) },
    };
}
