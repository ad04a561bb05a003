namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Special functions of mathematics.</summary>
internal static class SpecialCases
{
    public static CaseTable Table => new("special")
    {
        { "bessel_j0", x => special.bessel_j0(x) },
        { "bessel_j1", x => special.bessel_j1(x) },
        { "bessel_y0", x => special.bessel_y0(x) },
        { "bessel_y1", x => special.bessel_y1(x) },
        { "modified_bessel_i0", x => special.modified_bessel_i0(x) },
        { "modified_bessel_i1", x => special.modified_bessel_i1(x) },
        { "modified_bessel_k0", x => special.modified_bessel_k0(x) },
        { "modified_bessel_k1", x => special.modified_bessel_k1(x) },
        { "spherical_bessel_j0", x => special.spherical_bessel_j0(x) },
        { "airy_ai", x => special.airy_ai(x) },
        { "entr", x => special.entr(x) },
        { "exp2", x => special.exp2(x) },
        { "expit", x => special.expit(x) },
        { "expm1", x => special.expm1(x) },
        { "gammaln", x => special.gammaln(x) },
        { "i0e", x => special.i0e(x) },
        { "i1", x => special.i1(x) },
        { "i1e", x => special.i1e(x) },
        { "ndtr", x => special.ndtr(x) },
        { "psi", x => special.psi(x) },
        { "sinc", x => special.sinc(x) },
        { "erfinv", x => special.erfinv(x) },
        { "logit", x => special.logit(x) },
        { "ndtri", x => special.ndtri(x) },
        { "polygamma", x => [x.polygamma(1), x.polygamma(2)] },
        { "mvlgamma", x => x.mvlgamma(2) },
        { "gammainc", (a, x) => [special.gammainc(a, x), special.gammaincc(a, x)] },
        { "xlog1py", (x, y) => special.xlog1py(x, y) },
        { "zeta", (x, q) => special.zeta(x, q) },
        { "ldexp", (x, e) => x.ldexp(e) },
        { "frexp", x => x.frexp() },
        { "nextafter", (a, b) => a.nextafter(b) },
        { "polar", (r, t) => view_as_real(polar(r, t)) },
    };
}
