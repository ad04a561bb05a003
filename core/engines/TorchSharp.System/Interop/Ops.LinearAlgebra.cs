namespace TorchSharp.Interop;

// Products of vectors and matrices, and decompositions.
internal static partial class Ops
{
    public static readonly Operator addbmm = new("addbmm");
    public static readonly Operator addbmm_ = new("addbmm_");
    public static readonly Operator addmm = new("addmm");
    public static readonly Operator addmm_ = new("addmm_");
    public static readonly Operator addmv = new("addmv");
    public static readonly Operator addmv_ = new("addmv_");
    public static readonly Operator addr = new("addr");
    public static readonly Operator addr_ = new("addr_");
    public static readonly Operator baddbmm = new("baddbmm");
    public static readonly Operator block_diag = new("block_diag");
    public static readonly Operator bmm = new("bmm");
    public static readonly Operator cdist = new("cdist");
    public static readonly Operator cholesky = new("cholesky");
    public static readonly Operator cholesky_inverse = new("cholesky_inverse");
    public static readonly Operator cholesky_solve = new("cholesky_solve");
    public static readonly Operator corrcoef = new("corrcoef");
    public static readonly Operator cov = new("cov");
    public static readonly Operator dot = new("dot");
    public static readonly Operator einsum = new("einsum");
    public static readonly Operator geqrf = new("geqrf");
    public static readonly Operator inner = new("inner");
    public static readonly Operator kron = new("kron");
    public static readonly Operator linalg_det = new("linalg_det");
    public static readonly Operator linalg_inv = new("linalg_inv");
    public static readonly Operator linalg_matrix_exp = new("linalg_matrix_exp");
    public static readonly Operator linalg_matrix_power = new("linalg_matrix_power");
    public static readonly Operator linalg_multi_dot = new("linalg_multi_dot");
    public static readonly Operator linalg_pinv = new("linalg_pinv");
    public static readonly Operator linalg_slogdet = new("linalg_slogdet");
    public static readonly Operator logdet = new("logdet");
    public static readonly Operator lu_solve = new("lu_solve");
    public static readonly Operator lu_unpack = new("lu_unpack");
    public static readonly Operator matmul = new("matmul");
    public static readonly Operator mm = new("mm");
    public static readonly Operator mv = new("mv");
    public static readonly Operator orgqr = new("orgqr");
    public static readonly Operator ormqr = new("ormqr");
    public static readonly Operator outer = new("outer");
    public static readonly Operator tensordot = new("tensordot");
    public static readonly Operator trace = new("trace");
    public static readonly Operator vander = new("vander");
    public static readonly Operator vdot = new("vdot");
}
