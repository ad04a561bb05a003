namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Operations that write into their first tensor.</summary>
internal static class InPlaceCases
{
    public static CaseTable Table => new("in_place")
    {
        { "abs_", x => (x * 1).abs_() },
        { "neg_", x => (x * 1).neg_() },
        { "exp_", x => (x * 1).exp_() },
        { "exp2_", x => (x * 1).exp2_() },
        { "expm1_", x => (x * 1).expm1_() },
        { "sin_", x => (x * 1).sin_() },
        { "cos_", x => (x * 1).cos_() },
        { "sinh_", x => (x * 1).sinh_() },
        { "cosh_", x => (x * 1).cosh_() },
        { "tanh_", x => (x * 1).tanh_() },
        { "atan_", x => (x * 1).atan_() },
        { "asinh_", x => (x * 1).asinh_() },
        { "erf_", x => (x * 1).erf_() },
        { "erfc_", x => (x * 1).erfc_() },
        { "sigmoid_", x => (x * 1).sigmoid_() },
        { "ceil_", x => (x * 1).ceil_() },
        { "floor_", x => (x * 1).floor_() },
        { "round_", x => (x * 1).round_() },
        { "trunc_", x => (x * 1).trunc_() },
        { "frac_", x => (x * 1).frac_() },
        { "sign_", x => (x * 1).sign_() },
        { "sgn_", x => (x * 1).sgn_() },
        { "sinc_", x => (x * 1).sinc_() },
        { "deg2rad_", x => (x * 1).deg2rad_() },
        { "rad2deg_", x => (x * 1).rad2deg_() },
        { "relu_", x => (x * 1).relu_() },
        { "relu6_", x => (x * 1).relu6_() },
        { "selu_", x => (x * 1).selu_() },
        { "silu_", x => (x * 1).silu_() },
        { "hardsigmoid_", x => (x * 1).hardsigmoid_() },
        { "hardswish_", x => (x * 1).hardswish_() },
        { "log_", x => (x * 1).log_() },
        { "log2_", x => (x * 1).log2_() },
        { "log10_", x => (x * 1).log10_() },
        { "log1p_", x => (x * 1).log1p_() },
        { "sqrt_", x => (x * 1).sqrt_() },
        { "rsqrt_", x => (x * 1).rsqrt_() },
        { "reciprocal_", x => (x * 1).reciprocal_() },
        { "lgamma_", x => (x * 1).lgamma_() },
        { "digamma_", x => (x * 1).digamma_() },
        { "tan_", x => (x * 1).tan_() },
        { "asin_", x => (x * 1).asin_() },
        { "acos_", x => (x * 1).acos_() },
        { "atanh_", x => (x * 1).atanh_() },
        { "erfinv_", x => (x * 1).erfinv_() },
        { "acosh_", x => (x * 1).acosh_() },

        { "add_sub", (a, b) => [a.clone().add_(b, 2), a.clone().add_(1.5), a.clone().sub_(b), a.clone().sub_(0.5)] },
        { "mul_div", (a, b) => [a.clone().mul_(b), a.clone().mul_(3), a.clone().div_(b), a.clone().div_(2)] },
        { "pow_remainder_fmod", (a, b) => [a.clone().pow_(2), a.clone().remainder_(b.detach()), a.clone().fmod_(b.detach())] },
        {
            "comparisons", (a, b) =>
                [a.clone().eq_(b), a.clone().ne_(b), a.clone().lt_(b), a.clone().le_(b), a.clone().gt_(b), a.clone().ge_(b)]
        },
        {
            "logical", (a, b) =>
                [a.clone().logical_and_(b), a.clone().logical_or_(b), a.clone().logical_xor_(b), a.clone().logical_not_()]
        },
        {
            "bitwise", (a, b) =>
                [a.clone().bitwise_and_(b), a.clone().bitwise_or_(b), a.clone().bitwise_xor_(b), a.clone().bitwise_not_()]
        },
        { "floor_divide", (a, b) => a.clone().floor_divide_(b) },
        { "clamp", x => [x.clone().clamp_(-0.5, 0.5), x.clone().clamp_min_(0.1), x.clone().clamp_max_(0.1)] },
        { "masked", (x, m, s) => [x.clone().masked_fill_(m, 2), x.clone().masked_scatter_(m, s)] },
        { "index", (x, i, s) => [x.clone().index_add_(0, i, s, 2), x.clone().index_copy_(0, i, s), x.clone().index_fill_(0, i, 1.5)] },
        { "shape", x => [x.clone().unsqueeze_(1), x.clone().unsqueeze_(0).squeeze_(0), x.clone().transpose_(0, 1)] },
        { "triangles", x => [x.clone().tril_(), x.clone().triu_(1)] },
        { "addmm", (c, m) => c.clone().addmm_(m, m.T, 0.5f, 2) },
    };
}
