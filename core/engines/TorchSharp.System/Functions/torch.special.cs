using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    public static partial class special
    {
        /// <summary>The Airy function Ai.</summary>
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_airy_ai.Invoke(input) : Ops.special_airy_ai_out.Into(@out, input);

        /// <summary>The Bessel function of the first kind of order 0.</summary>
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_bessel_j0.Invoke(input) : Ops.special_bessel_j0_out.Into(@out, input);

        /// <summary>The Bessel function of the first kind of order 1.</summary>
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_bessel_j1.Invoke(input) : Ops.special_bessel_j1_out.Into(@out, input);

        /// <summary>The Bessel function of the second kind of order 0.</summary>
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_bessel_y0.Invoke(input) : Ops.special_bessel_y0_out.Into(@out, input);

        /// <summary>The Bessel function of the second kind of order 1.</summary>
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_bessel_y1.Invoke(input) : Ops.special_bessel_y1_out.Into(@out, input);

        /// <summary>The spherical Bessel function of the first kind of order 0.</summary>
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_spherical_bessel_j0.Invoke(input) : Ops.special_spherical_bessel_j0_out.Into(@out, input);

        /// <summary>The modified Bessel function of the first kind of order 0.</summary>
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_modified_bessel_i0.Invoke(input) : Ops.special_modified_bessel_i0_out.Into(@out, input);

        /// <summary>The modified Bessel function of the first kind of order 1.</summary>
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_modified_bessel_i1.Invoke(input) : Ops.special_modified_bessel_i1_out.Into(@out, input);

        /// <summary>The modified Bessel function of the second kind of order 0.</summary>
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_modified_bessel_k0.Invoke(input) : Ops.special_modified_bessel_k0_out.Into(@out, input);

        /// <summary>The modified Bessel function of the second kind of order 1.</summary>
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_modified_bessel_k1.Invoke(input) : Ops.special_modified_bessel_k1_out.Into(@out, input);

        /// <summary>The scaled modified Bessel function of the second kind of order 0.</summary>
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_scaled_modified_bessel_k0.Invoke(input) : Ops.special_scaled_modified_bessel_k0_out.Into(@out, input);

        /// <summary>The scaled modified Bessel function of the second kind of order 1.</summary>
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            @out is null ? Ops.special_scaled_modified_bessel_k1.Invoke(input) : Ops.special_scaled_modified_bessel_k1_out.Into(@out, input);

        /// <summary>The derivative of the logarithm of the gamma function.</summary>
        public static Tensor digamma(Tensor input) => Ops.special_digamma.Invoke(input);

        /// <summary>The derivative of the logarithm of the gamma function.</summary>
        public static Tensor psi(Tensor input) => Ops.special_psi.Invoke(input);

        /// <summary>The entropy: -x log x.</summary>
        public static Tensor entr(Tensor input) => Ops.special_entr.Invoke(input);

        /// <summary>The error function.</summary>
        public static Tensor erf(Tensor input) => Ops.special_erf.Invoke(input);

        /// <summary>One minus the error function.</summary>
        public static Tensor erfc(Tensor input) => Ops.special_erfc.Invoke(input);

        /// <summary>The scaled complementary error function.</summary>
        public static Tensor erfcx(Tensor input) => Ops.special_erfcx.Invoke(input);

        /// <summary>The inverse error function.</summary>
        public static Tensor erfinv(Tensor input) => Ops.special_erfinv.Invoke(input);

        /// <summary>Two to the power of each element.</summary>
        public static Tensor exp2(Tensor input) => Ops.special_exp2.Invoke(input);

        /// <summary>The logistic function.</summary>
        public static Tensor expit(Tensor input) => Ops.special_expit.Invoke(input);

        /// <summary>The exponential minus one, precise near zero.</summary>
        public static Tensor expm1(Tensor input) => Ops.special_expm1.Invoke(input);

        /// <summary>The logarithm of the absolute value of the gamma function.</summary>
        public static Tensor gammaln(Tensor input) => Ops.special_gammaln.Invoke(input);

        /// <summary>The modified Bessel function of the first kind of order 0.</summary>
        public static Tensor i0(Tensor input) => Ops.special_i0.Invoke(input);

        /// <summary>The exponentially scaled modified Bessel function of the first kind of order 0.</summary>
        public static Tensor i0e(Tensor input) => Ops.special_i0e.Invoke(input);

        /// <summary>The modified Bessel function of the first kind of order 1.</summary>
        public static Tensor i1(Tensor input) => Ops.special_i1.Invoke(input);

        /// <summary>The exponentially scaled modified Bessel function of the first kind of order 1.</summary>
        public static Tensor i1e(Tensor input) => Ops.special_i1e.Invoke(input);

        /// <summary>The inverse of the logistic function.</summary>
        public static Tensor logit(Tensor input) => Ops.special_logit.Invoke(input);

        /// <summary>The normal distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Ops.special_ndtr.Invoke(input);

        /// <summary>The inverse of the normal distribution function.</summary>
        public static Tensor ndtri(Tensor input) => Ops.special_ndtri.Invoke(input);

        /// <summary>The normalised sinc function.</summary>
        public static Tensor sinc(Tensor input) => Ops.special_sinc.Invoke(input);

        /// <summary>The logistic function.</summary>
        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        /// <summary>The logistic function, in place.</summary>
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        /// <summary>The regularised lower incomplete gamma function.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => Ops.special_gammainc.Invoke(input, other);

        /// <summary>The regularised upper incomplete gamma function.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => Ops.special_gammaincc.Invoke(input, other);

        /// <summary>The multivariate logarithm of the gamma function.</summary>
        public static Tensor multigammaln(Tensor input, long p) => Ops.special_multigammaln.Invoke(input, p);

        /// <summary>The n-th derivative of the digamma function.</summary>
        public static Tensor polygamma(long n, Tensor input) => Ops.special_polygamma.Invoke(n, input);

        /// <summary>Each element times the logarithm of one plus another.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Ops.special_xlog1py.Invoke(input, other);

        /// <summary>The Hurwitz zeta function.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Ops.special_zeta.Invoke(x, q);

        /// <summary>Exponentials that sum to 1 along a dimension.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.special_softmax.Invoke(input, dim, dtype);

        /// <summary>The logarithm of exponentials that sum to 1 along a dimension.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.special_log_softmax.Invoke(input, dim, dtype);

        /// <summary>Chebyshev's polynomial of the first kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_chebyshev_polynomial_t.Invoke(x, n) : Ops.special_chebyshev_polynomial_t_out.Into(@out, x, n);

        /// <summary>Chebyshev's polynomial of the second kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_chebyshev_polynomial_u.Invoke(x, n) : Ops.special_chebyshev_polynomial_u_out.Into(@out, x, n);

        /// <summary>Chebyshev's polynomial of the third kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_chebyshev_polynomial_v.Invoke(x, n) : Ops.special_chebyshev_polynomial_v_out.Into(@out, x, n);

        /// <summary>Chebyshev's polynomial of the fourth kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_chebyshev_polynomial_w.Invoke(x, n) : Ops.special_chebyshev_polynomial_w_out.Into(@out, x, n);

        /// <summary>The physicist's Hermite polynomial of degree n.</summary>
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_hermite_polynomial_h.Invoke(x, n) : Ops.special_hermite_polynomial_h_out.Into(@out, x, n);

        /// <summary>The probabilist's Hermite polynomial of degree n.</summary>
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_hermite_polynomial_he.Invoke(x, n) : Ops.special_hermite_polynomial_he_out.Into(@out, x, n);

        /// <summary>Laguerre's polynomial of degree n.</summary>
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_laguerre_polynomial_l.Invoke(x, n) : Ops.special_laguerre_polynomial_l_out.Into(@out, x, n);

        /// <summary>Legendre's polynomial of degree n.</summary>
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_legendre_polynomial_p.Invoke(x, n) : Ops.special_legendre_polynomial_p_out.Into(@out, x, n);

        /// <summary>The shifted form of Chebyshev's polynomial of the first kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_shifted_chebyshev_polynomial_t.Invoke(x, n) : Ops.special_shifted_chebyshev_polynomial_t_out.Into(@out, x, n);

        /// <summary>The shifted form of Chebyshev's polynomial of the second kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_shifted_chebyshev_polynomial_u.Invoke(x, n) : Ops.special_shifted_chebyshev_polynomial_u_out.Into(@out, x, n);

        /// <summary>The shifted form of Chebyshev's polynomial of the third kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_shifted_chebyshev_polynomial_v.Invoke(x, n) : Ops.special_shifted_chebyshev_polynomial_v_out.Into(@out, x, n);

        /// <summary>The shifted form of Chebyshev's polynomial of the fourth kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Ops.special_shifted_chebyshev_polynomial_w.Invoke(x, n) : Ops.special_shifted_chebyshev_polynomial_w_out.Into(@out, x, n);
    }
}
