namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Tensors made from sizes, ranges and other tensors.</summary>
internal static class CreationCases
{
    public static CaseTable Table => new("creation")
    {
        { "arange_integers", () => arange(2, 17, 3, dtype: int64) },
        { "arange_floats", () => arange(0.5, 3.0, 0.25, dtype: float32) },
        { "arange_stop", () => arange(5, dtype: float64) },
        { "linspace", () => linspace(-1, 2, 13) },
        { "linspace_double", () => linspace(0, 1, 7, dtype: float64) },
        { "logspace", () => logspace(-2, 1, 8, @base: 2) },
        { "eye", () => eye(4) },
        { "eye_rectangle", () => eye(3, 5, dtype: int64) },
        { "zeros_ones_full", () => [zeros(2, 3), ones(3, 1, dtype: int16), full([2L, 2], 1.5, dtype: float32), full([3L], 7, dtype: int64)] },
        { "like", x => [zeros_like(x), ones_like(x), full_like(x, 2.5), ones_like(x, dtype: @bool)] },
        { "new", x => [x.new_zeros(2, 2), x.new_ones(3, 1), x.new_full([2L, 2], 4)] },
        { "tril", x => tril(x) },
        { "tril_below", x => x.tril(-1) },
        { "triu", x => triu(x) },
        { "triu_above", x => x.triu(2) },
        { "triangle_indices", () => [tril_indices(4, 4), triu_indices(3, 5, 1)] },
        { "meshgrid_ij", (a, b) => meshgrid([a, b]) },
        { "meshgrid_xy", (a, b) => meshgrid([a, b], "xy") },
        { "windows", () => [hann_window(12), hann_window(9, periodic: false), hamming_window(8), blackman_window(8)] },
        { "diag_of_vector", x => diag(x, 1) },
        { "diag_of_matrix", x => x.diag() },
        { "diag_embed", x => diag_embed(x) },
        { "diagonal", x => x.diagonal(1, 1, 2) },
        { "block_diag", (a, b) => block_diag(a, b) },
        { "cartesian_prod", (a, b) => cartesian_prod(a, b) },
        {
            "from_values", () =>
            [
                tensor(new[] { 1.5f, -2f, 3.25f }), tensor(new long[,] { { 1, 2 }, { 3, 4 } }), tensor(2.5), tensor(new[] { true, false }),
            ]
        },
    };
}
