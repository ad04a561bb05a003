namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Sums, means, extrema, norms and cumulative operations.</summary>
internal static class ReductionCases
{
    public static CaseTable Table => new("reduction")
    {
        { "sum", x => [x.sum(), x.sum(1), x.sum([0L, 2]), x.sum(-1, keepdim: true)] },
        { "sum_dtype", x => [x.sum(float64), x.sum(0L, type: float64)] },
        { "sum_integers", x => [x.sum(), x.sum(0L)] },
        { "sum_booleans", x => x.sum(0L) },
        { "mean", x => [x.mean(), x.mean([1]), x.mean([0, 2], keepdim: true)] },
        { "prod", x => [x.prod(), x.prod(1)] },
        { "var", x => [x.var(), x.var(1), x.var([0L, 2], unbiased: false, keepdim: true)] },
        { "std", x => [x.std(), x.std(unbiased: false), x.std(1), x.std([0L, 2], unbiased: false, keepdim: true)] },
        { "var_mean", x => x.var_mean(1) },
        { "std_mean", x => x.std_mean([0L, 2]) },
        { "max_min", x => [x.max(), x.min()] },
        { "max_dimension", x => x.max(1) },
        { "min_dimension", x => x.min(2, keepdim: true) },
        { "amax_amin", x => [x.amax(0, 2), x.amin(1), x.amax([-1L], keepdim: true)] },
        { "aminmax", x => x.aminmax(1) },
        { "argmax_argmin", x => [x.argmax(), x.argmin(), x.argmax(1), x.argmin(-1, keepdim: true)] },
        { "logsumexp", x => [x.logsumexp(1), x.logsumexp(-1, keepdim: true)] },
        { "norm", x => [x.norm(), x.norm(1f), x.norm(1), x.norm(2, keepdim: true, p: 3)] },
        { "dist", (a, b) => a.dist(b, 3) },
        { "cumsum", x => [x.cumsum(1), x.cumsum(-1, float64)] },
        { "cumsum_integers", x => x.cumsum(0) },
        { "cumprod", x => x.cumprod(2) },
        { "cummax", x => x.cummax(1) },
        { "cummin", x => x.cummin(2) },
        { "logcumsumexp", x => x.logcumsumexp(1) },
        { "diff", x => [x.diff(), x.diff(1, 0)] },
        { "count_nonzero", x => [x.count_nonzero(), x.count_nonzero([1])] },
        { "median", x => x.median() },
        { "nan_reductions", x => [x.nansum(), x.nanmedian()] },
        { "quantile", (x, q) => x.quantile(q.detach(), 1) },
        { "nanquantile", (x, q) => x.nanquantile(q.detach(), 1) },
        { "kthvalue", x => x.kthvalue(3, 1) },
        { "mode", x => x.mode(1) },
        { "trace", x => x.trace() },
        { "trapezoid", y => [y.trapezoid(), y.cumulative_trapezoid(0.5)] },
        { "cov_corrcoef", x => [x.cov(), x.corrcoef()] },
    };
}
