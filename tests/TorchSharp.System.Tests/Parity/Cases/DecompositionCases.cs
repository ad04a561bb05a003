namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Factorisations and solvers: only what does not depend on the sign or order that a LAPACK chooses.</summary>
internal static class DecompositionCases
{
    public static CaseTable Table => new("decomposition")
    {
        { "cholesky", a => linalg.cholesky(a) },
        { "cholesky_batch", a => linalg.cholesky(a) },
        { "cholesky_solve", (b, a) => cholesky_solve(b, linalg.cholesky(a)) },
        { "eigh", Eigh },
        { "eigvalsh", a => linalg.eigvalsh(a) },
        { "svd", Svd },
        { "svdvals", a => linalg.svdvals(a) },
        { "qr", Qr },
        { "lu", Lu },
        { "inverse", a => linalg.inv(a) },
        { "pinv", a => linalg.pinv(a) },
        { "solve", (a, b) => linalg.solve(a, b) },
        { "solve_triangular", (a, b) => linalg.solve_triangular(a.tril(), b, upper: false) },
        { "lstsq", (a, b) => linalg.lstsq(a, b).Item1 },
        { "det", a => linalg.det(a) },
        { "slogdet", a => linalg.slogdet(a) },
        { "matrix_rank", a => linalg.matrix_rank(a) },
        { "eigenvalues", a => linalg.eigvals(a).abs().sort().Item1 },
        {
            "lu_solve", (a, b) =>
            {
                var (lu, pivots) = linalg.lu_factor(a);
                return linalg.lu_solve(lu, pivots!, b);
            }
        },
        { "cholesky_inverse", a => cholesky_inverse(linalg.cholesky(a)) },
        { "condition", a => linalg.cond(a) },
        { "tensorinv", a => linalg.tensorinv(a, 1) },
        { "matrix_exp", a => linalg.matrix_exp(a) },
        { "norms", a => [linalg.norm(a), linalg.norm(a, "nuc"), linalg.norm(a, 2), linalg.norm(a, double.PositiveInfinity)] },
        { "vector_norm", a => [linalg.vector_norm(a), linalg.vector_norm(a, 1, [1]), linalg.vector_norm(a, double.PositiveInfinity)] },
        { "matrix_norm", a => [linalg.matrix_norm(a), linalg.matrix_norm(a, "nuc"), linalg.matrix_norm(a, 1.0)] },
    };

    private static Tensor[] Eigh(Tensor a)
    {
        var (values, vectors) = linalg.eigh(a);
        return [values, vectors.matmul(diag_embed(values.exp())).matmul(vectors.mT)];
    }

    private static Tensor[] Svd(Tensor a)
    {
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        return [s, u.matmul(diag_embed(s.square())).matmul(vh)];
    }

    private static Tensor[] Qr(Tensor a)
    {
        var (q, r) = linalg.qr(a);
        return [q.matmul(r), q.matmul(q.mT), r.diagonal(dim1: -2, dim2: -1).abs()];
    }

    private static Tensor Lu(Tensor a)
    {
        var (p, lower, upper) = linalg.lu(a);
        return p.matmul(lower).matmul(upper);
    }
}
