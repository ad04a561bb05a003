using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on matrices and batches of them.</summary>
    public static partial class linalg
    {
        /// <summary>The lower Cholesky factor of positive definite matrices.</summary>
        public static Tensor cholesky(Tensor input) => Ops.linalg_cholesky.Invoke(input);

        /// <summary>The lower Cholesky factor, and for each matrix 0 or where it stopped being positive definite.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Ops.linalg_cholesky_ex.Pair(input, false, check_errors);

        /// <summary>The condition number in the 2-norm.</summary>
        public static Tensor cond(Tensor input) => Ops.linalg_cond.Invoke(input);

        /// <summary>The condition number in a norm.</summary>
        public static Tensor cond(Tensor input, double p) => Ops.linalg_cond.Invoke(input, p);

        /// <summary>The condition number in a norm.</summary>
        public static Tensor cond(Tensor input, int p) => Ops.linalg_cond.Invoke(input, p);

        /// <summary>The condition number in the norm 'fro' or 'nuc'.</summary>
        public static Tensor cond(Tensor input, string p) => Ops.linalg_cond_p_str.Invoke(input, p);

        /// <summary>The cross products of vectors of three elements.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Ops.linalg_cross.Invoke(input, other, dim);

        /// <summary>The determinants.</summary>
        public static Tensor det(Tensor input) => Ops.linalg_det.Invoke(input);

        /// <summary>The signs and the logarithms of the absolute values of determinants.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Ops.linalg_slogdet.Pair(input);

        /// <summary>The diagonals of matrices.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            Ops.linalg_diagonal.Invoke(input, offset, dim1, dim2);

        /// <summary>The complex eigenvalues and eigenvectors.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Ops.linalg_eig.Pair(input);

        /// <summary>The eigenvalues, ascending, and eigenvectors of Hermitian matrices given by their lower or upper triangle.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Ops.linalg_eigh.Pair(input, UPLO.ToString());

        /// <summary>The complex eigenvalues.</summary>
        public static Tensor eigvals(Tensor input) => Ops.linalg_eigvals.Invoke(input);

        /// <summary>The eigenvalues, ascending, of Hermitian matrices given by their lower or upper triangle.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Ops.linalg_eigvalsh.Invoke(input, UPLO.ToString());

        /// <summary>The first columns of a product of Householder matrices.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => Ops.linalg_householder_product.Invoke(A, tau);

        /// <summary>The inverses.</summary>
        public static Tensor inv(Tensor input) => Ops.linalg_inv.Invoke(input);

        /// <summary>The inverses, and for each matrix 0 or the pivot that is zero.</summary>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => Ops.linalg_inv_ex.Pair(input, check_errors);

        /// <summary>The packed LDL factors and the pivots.</summary>
        public static (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true) => Ops.linalg_ldl_factor.Pair(input, hermitian);

        /// <summary>The packed LDL factors, the pivots, and for each matrix 0 or the pivot that is zero.</summary>
        public static (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            Ops.linalg_ldl_factor_ex.Triple(input, hermitian, check_errors);

        /// <summary>Solves equations whose matrices are given by packed LDL factors.</summary>
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            Ops.linalg_ldl_solve.Invoke(LD, pivots, B, hermitian);

        /// <summary>The least-squares solution, its residuals, the rank and the singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Ops.linalg_lstsq.Quadruple(input, other);

        /// <summary>The least-squares solution, its residuals, the rank and the singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) =>
            Ops.linalg_lstsq.Quadruple(input, other, rcond);

        /// <summary>The permutation, the lower and the upper factor.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Ops.linalg_lu.Triple(input, pivot);

        /// <summary>The packed LU factors and the pivots.</summary>
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => Ops.linalg_lu_factor.Pair(input, pivot);

        /// <summary>The exponentials of matrices.</summary>
        public static Tensor matrix_exp(Tensor input) => Ops.linalg_matrix_exp.Invoke(input);

        /// <summary>The norm 'fro' or 'nuc' of matrices in two dimensions, by default the last.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm_str_ord.Invoke(input, ord, dims ?? [-2L, -1L], keepdim);

        /// <summary>A norm of matrices in two dimensions, by default the last.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm.Invoke(input, ord, dims ?? [-2L, -1L], keepdim);

        /// <summary>The number of singular values above a tolerance.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank_atol_rtol_float.Invoke(input, atol, rtol, hermitian);

        /// <summary>The number of singular values above a tolerance.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank_atol_rtol_tensor.Invoke(input, atol, rtol, hermitian);

        /// <summary>The product of matrices in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => Ops.linalg_multi_dot.Invoke(tensors.ToArray());

        /// <summary>The Euclidean norm along dimensions, or of everything.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm.Invoke(input, Argument.None, dims, keepdim);

        /// <summary>The norm 'fro' or 'nuc' of matrices.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm_ord_str.Invoke(input, ord, dims, keepdim);

        /// <summary>A norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm.Invoke(input, ord, dims, keepdim);

        /// <summary>A norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm.Invoke(input, ord, dims, keepdim);

        /// <summary>The Moore-Penrose inverses.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_pinv_atol_rtol_float.Invoke(input, atol, rtol, hermitian);

        /// <summary>The Moore-Penrose inverses.</summary>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.linalg_pinv_atol_rtol_tensor.Invoke(input, atol, rtol, hermitian);

        /// <summary>The orthogonal and the upper triangular factor.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Ops.linalg_qr.Pair(input, mode.ToString().ToLowerInvariant());

        /// <summary>Solves A X = B, or X A = B.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Ops.linalg_solve.Invoke(A, B, left);

        /// <summary>Solves A X = B, or X A = B; and for each matrix 0 or the pivot that is zero.</summary>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Ops.linalg_solve_ex.Pair(A, B, left, check_errors);

        /// <summary>The left singular vectors, the singular values, descending, and the right singular vectors, transposed.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Ops.linalg_svd.Triple(input, fullMatrices);

        /// <summary>The singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) => Ops.linalg_svdvals.Invoke(input);

        /// <summary>The inverse of <see cref="torch.tensordot(Tensor, Tensor, long)"/> with this tensor.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => Ops.linalg_tensorinv.Invoke(input, ind);

        /// <summary>Solves an equation in <see cref="torch.tensordot(Tensor, Tensor, long)"/>.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Ops.linalg_tensorsolve.Invoke(A, B, dims);

        /// <summary>The matrices of powers of vectors.</summary>
        public static Tensor vander(Tensor input, long? N = null) => Ops.linalg_vander.Invoke(input, N);

        /// <summary>A norm of vectors along dimensions, or of everything.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_vector_norm.Invoke(input, ord, dims, keepdim);

        /// <summary>The inner products along a dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Ops.linalg_vecdot.Invoke(x, y, dim) : Ops.linalg_vecdot_out.Into(@out, x, y, dim);

        /// <summary>Solves equations whose matrices are given by packed LU factors.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            @out is null
                ? Ops.linalg_lu_solve.Invoke(LU, pivots, B, left, adjoint)
                : Ops.linalg_lu_solve_out.Into(@out, LU, pivots, B, left, adjoint);

        /// <summary>Solves equations with triangular matrices.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            @out is null
                ? Ops.linalg_solve_triangular.Invoke(A, B, upper, left, unitriangular)
                : Ops.linalg_solve_triangular_out.Into(@out, A, B, upper, left, unitriangular);
    }
}
