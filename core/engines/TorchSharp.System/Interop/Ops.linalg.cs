namespace TorchSharp.Interop;

// Linear algebra.
internal static partial class Ops
{
    public static readonly Operator linalg_cholesky = new("linalg_cholesky");
    public static readonly Operator linalg_cholesky_ex = new("linalg_cholesky_ex");
    public static readonly Operator linalg_cond = new("linalg_cond");
    public static readonly Operator linalg_cond_p_str = new("linalg_cond", "p_str");
    public static readonly Operator linalg_cross = new("linalg_cross");
    public static readonly Operator linalg_diagonal = new("linalg_diagonal");
    public static readonly Operator linalg_eig = new("linalg_eig");
    public static readonly Operator linalg_eigh = new("linalg_eigh");
    public static readonly Operator linalg_eigvals = new("linalg_eigvals");
    public static readonly Operator linalg_eigvalsh = new("linalg_eigvalsh");
    public static readonly Operator linalg_householder_product = new("linalg_householder_product");
    public static readonly Operator linalg_inv_ex = new("linalg_inv_ex");
    public static readonly Operator linalg_ldl_factor = new("linalg_ldl_factor");
    public static readonly Operator linalg_ldl_factor_ex = new("linalg_ldl_factor_ex");
    public static readonly Operator linalg_ldl_solve = new("linalg_ldl_solve");
    public static readonly Operator linalg_lstsq = new("linalg_lstsq");
    public static readonly Operator linalg_lu = new("linalg_lu");
    public static readonly Operator linalg_lu_factor = new("linalg_lu_factor");
    public static readonly Operator linalg_lu_solve = new("linalg_lu_solve");
    public static readonly Operator linalg_lu_solve_out = new("linalg_lu_solve", "out");
    public static readonly Operator linalg_matrix_norm = new("linalg_matrix_norm");
    public static readonly Operator linalg_matrix_norm_str_ord = new("linalg_matrix_norm", "str_ord");
    public static readonly Operator linalg_matrix_rank_atol_rtol_float = new("linalg_matrix_rank", "atol_rtol_float");
    public static readonly Operator linalg_matrix_rank_atol_rtol_tensor = new("linalg_matrix_rank", "atol_rtol_tensor");
    public static readonly Operator linalg_norm = new("linalg_norm");
    public static readonly Operator linalg_norm_ord_str = new("linalg_norm", "ord_str");
    public static readonly Operator linalg_pinv_atol_rtol_float = new("linalg_pinv", "atol_rtol_float");
    public static readonly Operator linalg_pinv_atol_rtol_tensor = new("linalg_pinv", "atol_rtol_tensor");
    public static readonly Operator linalg_qr = new("linalg_qr");
    public static readonly Operator linalg_solve = new("linalg_solve");
    public static readonly Operator linalg_solve_ex = new("linalg_solve_ex");
    public static readonly Operator linalg_solve_triangular = new("linalg_solve_triangular");
    public static readonly Operator linalg_solve_triangular_out = new("linalg_solve_triangular", "out");
    public static readonly Operator linalg_svd = new("linalg_svd");
    public static readonly Operator linalg_svdvals = new("linalg_svdvals");
    public static readonly Operator linalg_tensorinv = new("linalg_tensorinv");
    public static readonly Operator linalg_tensorsolve = new("linalg_tensorsolve");
    public static readonly Operator linalg_vander = new("linalg_vander");
    public static readonly Operator linalg_vecdot = new("linalg_vecdot");
    public static readonly Operator linalg_vecdot_out = new("linalg_vecdot", "out");
    public static readonly Operator linalg_vector_norm = new("linalg_vector_norm");
}
