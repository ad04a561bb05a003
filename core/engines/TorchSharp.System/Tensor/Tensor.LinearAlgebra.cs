using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product; leading dimensions broadcast, vectors act as rows or columns.</summary>
        public Tensor matmul(Tensor target) => Ops.matmul.Invoke(this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Ops.mm.Invoke(this, target);

        /// <summary>The products of two batches of matrices: [batch, n, m] by [batch, m, p].</summary>
        public Tensor bmm(Tensor batch2) => Ops.bmm.Invoke(this, batch2);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Ops.mv.Invoke(this, target);

        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Ops.dot.Invoke(this, target);

        /// <summary>The inner product of two vectors, the first conjugated.</summary>
        public Tensor vdot(Tensor target) => Ops.vdot.Invoke(this, target);

        /// <summary>The inner products of the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Ops.inner.Invoke(this, vec2);

        /// <summary>The matrix of all products of two vectors' elements.</summary>
        public Tensor outer(Tensor vec2) => Ops.outer.Invoke(this, vec2);

        /// <summary>The matrix of all products of two vectors' elements.</summary>
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Ops.kron.Invoke(this, other);

        /// <summary>beta times this tensor plus alpha times a product of matrices.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm.Invoke(this, mat1, mat2, beta, alpha);

        /// <summary>As <see cref="addmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm_.InPlace(this, mat1, mat2, beta, alpha);

        /// <summary>beta times this vector plus alpha times a product of a matrix and a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv.Invoke(this, mat, vec, beta, alpha);

        /// <summary>As <see cref="addmv(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv_.InPlace(this, mat, vec, beta, alpha);

        /// <summary>beta times this matrix plus alpha times an outer product.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr.Invoke(this, vec1, vec2, beta, alpha);

        /// <summary>As <see cref="addr(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr_.InPlace(this, vec1, vec2, beta, alpha);

        /// <summary>beta times this matrix plus alpha times the sum of a batch of products.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.addbmm.Invoke(this, batch1, batch2, beta, alpha);

        /// <summary>As <see cref="addbmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Ops.addbmm_.InPlace(this, batch1, batch2, beta, alpha);

        /// <summary>beta times these matrices plus alpha times a batch of products.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.baddbmm.Invoke(this, batch1, batch2, beta, alpha);

        /// <summary>The sum of products over pairs of dimensions of two tensors.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Ops.tensordot.Invoke(this, b, dims1, dims2);

        /// <summary>The sum of the diagonal of a matrix.</summary>
        public Tensor trace() => Ops.trace.Invoke(this);

        /// <summary>A square matrix multiplied so many times with itself.</summary>
        public Tensor matrix_power(int n) => Ops.linalg_matrix_power.Invoke(this, n);

        /// <summary>The exponential of square matrices.</summary>
        public Tensor matrix_exp() => Ops.linalg_matrix_exp.Invoke(this);

        /// <summary>The inverse of square matrices.</summary>
        public Tensor inverse() => Ops.linalg_inv.Invoke(this);

        /// <summary>The Moore-Penrose inverse of matrices.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Ops.linalg_pinv.Invoke(this, rcond, hermitian);

        /// <summary>The determinant of square matrices.</summary>
        public Tensor det() => Ops.linalg_det.Invoke(this);

        /// <summary>The logarithm of the determinant of square matrices.</summary>
        public Tensor logdet() => Ops.logdet.Invoke(this);

        /// <summary>The Cholesky factor of positive definite matrices.</summary>
        public Tensor cholesky(bool upper = false) => Ops.cholesky.Invoke(this, upper);

        /// <summary>The inverse of matrices from their Cholesky factors.</summary>
        public Tensor cholesky_inverse(bool upper = false) => Ops.cholesky_inverse.Invoke(this, upper);

        /// <summary>Solves equations whose matrices are given by Cholesky factors.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Ops.cholesky_solve.Invoke(this, input2, upper);

        /// <summary>A QR decomposition in LAPACK's packed form.</summary>
        public (Tensor a, Tensor tau) geqrf() => Ops.geqrf.Pair(this);

        /// <summary>Multiplies a matrix by the orthogonal factor of a packed QR decomposition.</summary>
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            Ops.ormqr.Invoke(this, tau, other, left, transpose);

        /// <summary>The covariance matrix of the rows, which are variables.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Ops.cov.Invoke(this, correction, fweights, aweights);

        /// <summary>The correlation matrix of the rows, which are variables.</summary>
        public Tensor corrcoef() => Ops.corrcoef.Invoke(this);

        /// <summary>The matrix of powers of a vector.</summary>
        public Tensor vander(long N = -1, bool increasing = false) => Ops.vander.Invoke(this, N == -1 ? size(0) : N, increasing);

        /// <summary>The sum of products over the last dimensions of this tensor and the first of another.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, LastOf(ndim, dims), FirstOf(dims));

        /// <summary>The sum of products over pairs of dimensions of two tensors.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));
    }
}
