namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Sorting, searching, counting and distinct values.</summary>
internal static class OrderingCases
{
    public static CaseTable Table => new("ordering")
    {
        { "sort", x => x.sort() },
        { "sort_descending", x => x.sort(0, descending: true) },
        { "sort_stable", x => x.sort(stable: true) },
        { "argsort", x => [x.argsort(), x.argsort(0, descending: true)] },
        { "msort", x => x.msort() },
        { "topk", x => x.topk(3) },
        { "topk_smallest", x => x.topk(2, 0, largest: false) },
        { "unique", x => x.unique(return_inverse: true, return_counts: true) },
        { "unique_rows", x => x.unique(return_inverse: true, return_counts: true, dim: 0) },
        { "unique_consecutive", x => x.unique_consecutive(return_inverse: true, return_counts: true) },
        { "searchsorted", (s, v) => [searchsorted(s, v), searchsorted(s, v, right: true), searchsorted(s, v, out_int32: true)] },
        { "searchsorted_batch", (s, v) => searchsorted(s, v) },
        { "bucketize", (x, b) => [bucketize(x, b), bucketize(x, b, right: true)] },
        { "bincount", x => bincount(x, minlength: 9) },
        { "bincount_weights", (x, w) => bincount(x, w) },
        { "histc", x => x.histc(5, -2, 2) },
        { "histogram", (x, edges) => histogram(x, edges) },
        { "combinations", x => combinations(x) },
        { "nonzero", x => [x.nonzero(), x.argwhere()] },
        { "inverse_permutation", p => [p.flip(0), p.argsort()] },
        { "sort_of_ties", x => x.flatten().sort(descending: true).Item1 },
    };
}
