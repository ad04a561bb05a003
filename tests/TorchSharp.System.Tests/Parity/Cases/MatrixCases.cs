using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Products of vectors and matrices, linear layers and embeddings.</summary>
internal static class MatrixCases
{
    public static CaseTable Table => new("matrix")
    {
        { "matmul_vectors", (a, b) => matmul(a, b) },
        { "matmul_matrix_vector", (a, b) => a.matmul(b) },
        { "matmul_matrices", (a, b) => a.matmul(b) },
        { "matmul_batches", (a, b) => a.matmul(b) },
        { "matmul_double", (a, b) => a.matmul(b) },
        { "matmul_integers", (a, b) => a.matmul(b) },
        { "matmul_transposed", (a, b) => a.matmul(b.transpose(-2, -1)) },
        { "mm_mv_dot", (a, b, v) => [a.mm(b), a.mv(v), v.dot(v)] },
        { "bmm", (a, b) => a.bmm(b) },
        { "outer", (a, b) => outer(a, b) },
        { "inner", (a, b) => a.inner(b) },
        { "addmm", (c, a, b) => c.addmm(a, b, 0.5f, 2) },
        { "addmv", (c, a, v) => c.addmv(a, v, 0.5f, 2) },
        { "addbmm", (c, a, b) => c.addbmm(a, b) },
        { "einsum_attention", (a, b) => einsum("bhqd,bhkd->bhqk", a, b) },
        { "einsum_trace", a => einsum("ii->", a) },
        { "einsum_three", (a, b, c) => einsum("ij,jk,kl->il", a, b, c) },
        { "einsum_ellipsis", (a, b) => einsum("...i,ij->...j", a, b) },
        { "tensordot_dimensions", (a, b) => tensordot(a, b, [1L], [0L]) },
        { "kron", (a, b) => kron(a, b) },
        { "cross", (a, b) => linalg.cross(a, b) },
        { "cdist", (a, b) => [cdist(a, b), cdist(a, b, 1)] },
        { "linear", (x, w, b) => F.linear(x, w, b) },
        { "linear_without_bias", (x, w) => F.linear(x, w) },
        { "bilinear", (a, b, w, c) => F.bilinear(a, b, w, c) },
        { "one_hot", x => [F.one_hot(x), F.one_hot(x, 8)] },
        { "normalize", x => [F.normalize(x), F.normalize(x, 1, 2)] },
        { "cosine_similarity", (a, b) => F.cosine_similarity(a, b) },
        { "pairwise_distance", (a, b) => F.pairwise_distance(a, b, keepdim: true) },
        { "matrix_power", x => x.matrix_power(3) },
        { "renorm", x => x.renorm(2, 0, 1) },
        { "vander", x => x.vander(4) },
        { "multi_dot", (a, b, c) => linalg.multi_dot([a, b, c]) },
        { "vecdot", (a, b) => linalg.vecdot(a, b) },
    };
}
