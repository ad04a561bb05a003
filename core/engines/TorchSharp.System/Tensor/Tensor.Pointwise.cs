using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Ops.abs.Invoke(this);

        /// <summary>As <see cref="abs()"/>, in place.</summary>
        public Tensor abs_() => Ops.abs_.InPlace(this);

        /// <summary>The absolute value of each element.</summary>
        public Tensor absolute() => abs();

        /// <summary>As <see cref="absolute()"/>, in place.</summary>
        public Tensor absolute_() => abs_();

        /// <summary>The smallest integer that is not below each element.</summary>
        public Tensor ceil() => Ops.ceil.Invoke(this);

        /// <summary>As <see cref="ceil()"/>, in place.</summary>
        public Tensor ceil_() => Ops.ceil_.InPlace(this);

        /// <summary>The largest integer that is not above each element.</summary>
        public Tensor floor() => Ops.floor.Invoke(this);

        /// <summary>As <see cref="floor()"/>, in place.</summary>
        public Tensor floor_() => Ops.floor_.InPlace(this);

        /// <summary>The nearest integer, or number with so many decimals; halves go to the even neighbour.</summary>
        public Tensor round(long decimals = 0) => decimals == 0 ? Ops.round.Invoke(this) : Ops.round_decimals.Invoke(this, decimals);

        /// <summary>As <see cref="round(long)"/>, in place.</summary>
        public Tensor round_(long decimals = 0) => decimals == 0 ? Ops.round_.InPlace(this) : Ops.round__decimals.InPlace(this, decimals);

        /// <summary>Each element without its fraction.</summary>
        public Tensor trunc() => Ops.trunc.Invoke(this);

        /// <summary>As <see cref="trunc()"/>, in place.</summary>
        public Tensor trunc_() => Ops.trunc_.InPlace(this);

        /// <summary>Each element without its fraction.</summary>
        public Tensor fix() => trunc();

        /// <summary>As <see cref="fix()"/>, in place.</summary>
        public Tensor fix_() => trunc_();

        /// <summary>The fraction of each element.</summary>
        public Tensor frac() => Ops.frac.Invoke(this);

        /// <summary>As <see cref="frac()"/>, in place.</summary>
        public Tensor frac_() => Ops.frac_.InPlace(this);

        /// <summary>The mantissa and the power of two of each element.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Ops.frexp_Tensor.Pair(this);

        /// <summary>-1, 0 or 1, by each element's sign.</summary>
        public Tensor sign() => Ops.sign.Invoke(this);

        /// <summary>As <see cref="sign()"/>, in place.</summary>
        public Tensor sign_() => Ops.sign_.InPlace(this);

        /// <summary>The sign of each element; for complex ones the number of length 1 in the same direction.</summary>
        public Tensor sgn() => Ops.sgn.Invoke(this);

        /// <summary>As <see cref="sgn()"/>, in place.</summary>
        public Tensor sgn_() => Ops.sgn_.InPlace(this);

        /// <summary>Whether each element's sign bit is set.</summary>
        public Tensor signbit() => Ops.signbit.Invoke(this);

        /// <summary>The exponential of each element.</summary>
        public Tensor exp() => Ops.exp.Invoke(this);

        /// <summary>As <see cref="exp()"/>, in place.</summary>
        public Tensor exp_() => Ops.exp_.InPlace(this);

        /// <summary>Two to the power of each element.</summary>
        public Tensor exp2() => Ops.exp2.Invoke(this);

        /// <summary>As <see cref="exp2()"/>, in place.</summary>
        public Tensor exp2_() => Ops.exp2_.InPlace(this);

        /// <summary>The exponential of each element minus one, precise near zero.</summary>
        public Tensor expm1() => Ops.expm1.Invoke(this);

        /// <summary>As <see cref="expm1()"/>, in place.</summary>
        public Tensor expm1_() => Ops.expm1_.InPlace(this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Ops.log.Invoke(this);

        /// <summary>As <see cref="log()"/>, in place.</summary>
        public Tensor log_() => Ops.log_.InPlace(this);

        /// <summary>The base-2 logarithm of each element.</summary>
        public Tensor log2() => Ops.log2.Invoke(this);

        /// <summary>As <see cref="log2()"/>, in place.</summary>
        public Tensor log2_() => Ops.log2_.InPlace(this);

        /// <summary>The base-10 logarithm of each element.</summary>
        public Tensor log10() => Ops.log10.Invoke(this);

        /// <summary>As <see cref="log10()"/>, in place.</summary>
        public Tensor log10_() => Ops.log10_.InPlace(this);

        /// <summary>The natural logarithm of one plus each element, precise near zero.</summary>
        public Tensor log1p() => Ops.log1p.Invoke(this);

        /// <summary>As <see cref="log1p()"/>, in place.</summary>
        public Tensor log1p_() => Ops.log1p_.InPlace(this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Ops.sqrt.Invoke(this);

        /// <summary>As <see cref="sqrt()"/>, in place.</summary>
        public Tensor sqrt_() => Ops.sqrt_.InPlace(this);

        /// <summary>One divided by the square root of each element.</summary>
        public Tensor rsqrt() => Ops.rsqrt.Invoke(this);

        /// <summary>As <see cref="rsqrt()"/>, in place.</summary>
        public Tensor rsqrt_() => Ops.rsqrt_.InPlace(this);

        /// <summary>The logistic function of each element.</summary>
        public Tensor sigmoid() => Ops.sigmoid.Invoke(this);

        /// <summary>As <see cref="sigmoid()"/>, in place.</summary>
        public Tensor sigmoid_() => Ops.sigmoid_.InPlace(this);

        /// <summary>The inverse of the logistic function; elements are first clamped to [eps, 1 - eps] when it is given.</summary>
        public Tensor logit(double? eps = null) => Ops.logit.Invoke(this, eps);

        /// <summary>As <see cref="logit(double?)"/>, in place.</summary>
        public Tensor logit_(double? eps = null) => Ops.logit_.InPlace(this, eps);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Ops.erf.Invoke(this);

        /// <summary>As <see cref="erf()"/>, in place.</summary>
        public Tensor erf_() => Ops.erf_.InPlace(this);

        /// <summary>One minus the error function of each element.</summary>
        public Tensor erfc() => Ops.erfc.Invoke(this);

        /// <summary>As <see cref="erfc()"/>, in place.</summary>
        public Tensor erfc_() => Ops.erfc_.InPlace(this);

        /// <summary>The inverse error function of each element.</summary>
        public Tensor erfinv() => Ops.erfinv.Invoke(this);

        /// <summary>As <see cref="erfinv()"/>, in place.</summary>
        public Tensor erfinv_() => Ops.erfinv_.InPlace(this);

        /// <summary>The logarithm of the absolute value of the gamma function.</summary>
        public Tensor lgamma() => Ops.lgamma.Invoke(this);

        /// <summary>As <see cref="lgamma()"/>, in place.</summary>
        public Tensor lgamma_() => Ops.lgamma_.InPlace(this);

        /// <summary>The derivative of the logarithm of the gamma function.</summary>
        public Tensor digamma() => Ops.digamma.Invoke(this);

        /// <summary>As <see cref="digamma()"/>, in place.</summary>
        public Tensor digamma_() => Ops.digamma_.InPlace(this);

        /// <summary>The derivative of the given order of the digamma function.</summary>
        public Tensor polygamma(long p) => Ops.polygamma.Invoke(p, this);

        /// <summary>As <see cref="polygamma(long)"/>, in place.</summary>
        public Tensor polygamma_(long p) => Ops.polygamma_.InPlace(this, p);

        /// <summary>The multivariate logarithm of the gamma function with so many dimensions.</summary>
        public Tensor mvlgamma(long p) => Ops.mvlgamma.Invoke(this, p);

        /// <summary>As <see cref="mvlgamma(long)"/>, in place.</summary>
        public Tensor mvlgamma_(long p) => Ops.mvlgamma_.InPlace(this, p);

        /// <summary>The regularised lower incomplete gamma function.</summary>
        public Tensor igamma(Tensor other) => Ops.igamma.Invoke(this, other);

        /// <summary>The regularised upper incomplete gamma function.</summary>
        public Tensor igammac(Tensor other) => Ops.igammac.Invoke(this, other);

        /// <summary>The modified Bessel function of the first kind of order 0.</summary>
        public Tensor i0() => Ops.i0.Invoke(this);

        /// <summary>As <see cref="i0()"/>, in place.</summary>
        public Tensor i0_() => Ops.i0_.InPlace(this);

        /// <summary>Replaces NaN and infinities; by default with zero and the largest and lowest finite number.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num.Invoke(this, nan, posinf, neginf);

        /// <summary>As <see cref="nan_to_num(double, double?, double?)"/>, in place.</summary>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num_.InPlace(this, nan, posinf, neginf);

        /// <summary>Limits each element to a range that may be open on one side.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.clamp.Invoke(this, min, max);

        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Ops.clamp_Tensor.Invoke(this, min, max);

        /// <summary>As <see cref="clamp(Scalar, Scalar)"/>, in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.clamp_.InPlace(this, min, max);

        /// <summary>As <see cref="clamp(Tensor, Tensor)"/>, in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Ops.clamp__Tensor.InPlace(this, min, max);

        /// <summary>Limits each element to a range that may be open on one side.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Limits each element from above.</summary>
        public Tensor clamp_max(Scalar max) => Ops.clamp_max.Invoke(this, max);

        /// <summary>As <see cref="clamp_max(Scalar)"/>, in place.</summary>
        public Tensor clamp_max_(Scalar max) => Ops.clamp_max_.InPlace(this, max);

        /// <summary>Limits each element from below.</summary>
        public Tensor clamp_min(Scalar min) => Ops.clamp_min.Invoke(this, min);

        /// <summary>As <see cref="clamp_min(Scalar)"/>, in place.</summary>
        public Tensor clamp_min_(Scalar min) => Ops.clamp_min_.InPlace(this, min);

        /// <summary>The angle of each complex element, in radians.</summary>
        public Tensor angle() => Ops.angle.Invoke(this);

        /// <summary>A view with each complex element conjugated.</summary>
        public Tensor conj() => Ops.conj.Invoke(this);

        /// <summary>A new tensor with each complex element conjugated.</summary>
        public Tensor conj_physical() => Ops.conj_physical.Invoke(this);

        /// <summary>As <see cref="conj_physical()"/>, in place.</summary>
        public Tensor conj_physical_() => Ops.conj_physical_.InPlace(this);

        /// <summary>The tensor with pending conjugation carried out.</summary>
        public Tensor resolve_conj() => Ops.resolve_conj.Invoke(this);

        /// <summary>The tensor with pending negation carried out.</summary>
        public Tensor resolve_neg() => Ops.resolve_neg.Invoke(this);
    }
}
