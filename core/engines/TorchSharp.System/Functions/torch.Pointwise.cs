namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.abs()"/>
    public static Tensor abs(Tensor input) => input.abs();

    /// <inheritdoc cref="Tensor.abs_()"/>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <inheritdoc cref="Tensor.absolute()"/>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <inheritdoc cref="Tensor.absolute_()"/>
    public static Tensor absolute_(Tensor input) => input.absolute_();

    /// <inheritdoc cref="Tensor.ceil()"/>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <inheritdoc cref="Tensor.ceil_()"/>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <inheritdoc cref="Tensor.floor()"/>
    public static Tensor floor(Tensor input) => input.floor();

    /// <inheritdoc cref="Tensor.floor_()"/>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <inheritdoc cref="Tensor.round(long)"/>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <inheritdoc cref="Tensor.round_(long)"/>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <inheritdoc cref="Tensor.trunc()"/>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <inheritdoc cref="Tensor.trunc_()"/>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <inheritdoc cref="Tensor.fix()"/>
    public static Tensor fix(Tensor input) => input.fix();

    /// <inheritdoc cref="Tensor.fix_()"/>
    public static Tensor fix_(Tensor input) => input.fix_();

    /// <inheritdoc cref="Tensor.frac()"/>
    public static Tensor frac(Tensor input) => input.frac();

    /// <inheritdoc cref="Tensor.frac_()"/>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <inheritdoc cref="Tensor.frexp()"/>
    public static (Tensor Mantissa, Tensor Exponent) frexp(Tensor input) => input.frexp();

    /// <inheritdoc cref="Tensor.sign()"/>
    public static Tensor sign(Tensor input) => input.sign();

    /// <inheritdoc cref="Tensor.sign_()"/>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <inheritdoc cref="Tensor.sgn()"/>
    public static Tensor sgn(Tensor input) => input.sgn();

    /// <inheritdoc cref="Tensor.sgn_()"/>
    public static Tensor sgn_(Tensor input) => input.sgn_();

    /// <inheritdoc cref="Tensor.signbit()"/>
    public static Tensor signbit(Tensor input) => input.signbit();

    /// <inheritdoc cref="Tensor.exp()"/>
    public static Tensor exp(Tensor input) => input.exp();

    /// <inheritdoc cref="Tensor.exp_()"/>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <inheritdoc cref="Tensor.exp2()"/>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <inheritdoc cref="Tensor.exp2_()"/>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <inheritdoc cref="Tensor.expm1()"/>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <inheritdoc cref="Tensor.expm1_()"/>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <inheritdoc cref="Tensor.log()"/>
    public static Tensor log(Tensor input) => input.log();

    /// <inheritdoc cref="Tensor.log_()"/>
    public static Tensor log_(Tensor input) => input.log_();

    /// <inheritdoc cref="Tensor.log2()"/>
    public static Tensor log2(Tensor input) => input.log2();

    /// <inheritdoc cref="Tensor.log2_()"/>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <inheritdoc cref="Tensor.log10()"/>
    public static Tensor log10(Tensor input) => input.log10();

    /// <inheritdoc cref="Tensor.log10_()"/>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <inheritdoc cref="Tensor.log1p()"/>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <inheritdoc cref="Tensor.log1p_()"/>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <inheritdoc cref="Tensor.sqrt()"/>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <inheritdoc cref="Tensor.sqrt_()"/>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <inheritdoc cref="Tensor.rsqrt()"/>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <inheritdoc cref="Tensor.rsqrt_()"/>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <inheritdoc cref="Tensor.sigmoid()"/>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc cref="Tensor.sigmoid_()"/>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <inheritdoc cref="Tensor.logit(double?)"/>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <inheritdoc cref="Tensor.logit_(double?)"/>
    public static Tensor logit_(Tensor input, double? eps = null) => input.logit_(eps);

    /// <inheritdoc cref="Tensor.erf()"/>
    public static Tensor erf(Tensor input) => input.erf();

    /// <inheritdoc cref="Tensor.erf_()"/>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <inheritdoc cref="Tensor.erfc()"/>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <inheritdoc cref="Tensor.erfc_()"/>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <inheritdoc cref="Tensor.erfinv()"/>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <inheritdoc cref="Tensor.erfinv_()"/>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <inheritdoc cref="Tensor.lgamma()"/>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <inheritdoc cref="Tensor.lgamma_()"/>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <inheritdoc cref="Tensor.digamma()"/>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <inheritdoc cref="Tensor.digamma_()"/>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <inheritdoc cref="Tensor.polygamma(long)"/>
    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    /// <inheritdoc cref="Tensor.polygamma_(long)"/>
    public static Tensor polygamma_(Tensor input, long p) => input.polygamma_(p);

    /// <inheritdoc cref="Tensor.mvlgamma(long)"/>
    public static Tensor mvlgamma(Tensor input, long p) => input.mvlgamma(p);

    /// <inheritdoc cref="Tensor.mvlgamma_(long)"/>
    public static Tensor mvlgamma_(Tensor input, long p) => input.mvlgamma_(p);

    /// <inheritdoc cref="Tensor.igamma(Tensor)"/>
    public static Tensor igamma(Tensor input, Tensor other) => input.igamma(other);

    /// <inheritdoc cref="Tensor.igammac(Tensor)"/>
    public static Tensor igammac(Tensor input, Tensor other) => input.igammac(other);

    /// <inheritdoc cref="Tensor.i0()"/>
    public static Tensor i0(Tensor input) => input.i0();

    /// <inheritdoc cref="Tensor.i0_()"/>
    public static Tensor i0_(Tensor input) => input.i0_();

    /// <inheritdoc cref="Tensor.nan_to_num(double, double?, double?)"/>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <inheritdoc cref="Tensor.nan_to_num_(double, double?, double?)"/>
    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num_(nan, posinf, neginf);

    /// <inheritdoc cref="Tensor.clamp(Scalar, Scalar)"/>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="Tensor.clamp(Tensor, Tensor)"/>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="Tensor.clamp_(Scalar, Scalar)"/>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <inheritdoc cref="Tensor.clamp_(Tensor, Tensor)"/>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <inheritdoc cref="Tensor.clip(Scalar, Scalar)"/>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);

    /// <inheritdoc cref="Tensor.clamp_max(Scalar)"/>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <inheritdoc cref="Tensor.clamp_max_(Scalar)"/>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <inheritdoc cref="Tensor.clamp_min(Scalar)"/>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <inheritdoc cref="Tensor.clamp_min_(Scalar)"/>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <inheritdoc cref="Tensor.angle()"/>
    public static Tensor angle(Tensor input) => input.angle();

    /// <inheritdoc cref="Tensor.conj()"/>
    public static Tensor conj(Tensor input) => input.conj();

    /// <inheritdoc cref="Tensor.conj_physical()"/>
    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    /// <inheritdoc cref="Tensor.conj_physical_()"/>
    public static Tensor conj_physical_(Tensor input) => input.conj_physical_();

    /// <inheritdoc cref="Tensor.resolve_conj()"/>
    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    /// <inheritdoc cref="Tensor.resolve_neg()"/>
    public static Tensor resolve_neg(Tensor input) => input.resolve_neg();
}
