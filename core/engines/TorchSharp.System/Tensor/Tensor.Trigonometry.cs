using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sine of each element, in radians.</summary>
        public Tensor sin() => Ops.sin.Invoke(this);

        /// <summary>As <see cref="sin()"/>, in place.</summary>
        public Tensor sin_() => Ops.sin_.InPlace(this);

        /// <summary>The cosine of each element, in radians.</summary>
        public Tensor cos() => Ops.cos.Invoke(this);

        /// <summary>As <see cref="cos()"/>, in place.</summary>
        public Tensor cos_() => Ops.cos_.InPlace(this);

        /// <summary>The tangent of each element, in radians.</summary>
        public Tensor tan() => Ops.tan.Invoke(this);

        /// <summary>As <see cref="tan()"/>, in place.</summary>
        public Tensor tan_() => Ops.tan_.InPlace(this);

        /// <summary>The angle with each element as its sine.</summary>
        public Tensor asin() => Ops.asin.Invoke(this);

        /// <summary>As <see cref="asin()"/>, in place.</summary>
        public Tensor asin_() => Ops.asin_.InPlace(this);

        /// <summary>The angle with each element as its sine.</summary>
        public Tensor arcsin() => asin();

        /// <summary>As <see cref="arcsin()"/>, in place.</summary>
        public Tensor arcsin_() => asin_();

        /// <summary>The angle with each element as its cosine.</summary>
        public Tensor acos() => Ops.acos.Invoke(this);

        /// <summary>As <see cref="acos()"/>, in place.</summary>
        public Tensor acos_() => Ops.acos_.InPlace(this);

        /// <summary>The angle with each element as its cosine.</summary>
        public Tensor arccos() => acos();

        /// <summary>As <see cref="arccos()"/>, in place.</summary>
        public Tensor arccos_() => acos_();

        /// <summary>The angle with each element as its tangent.</summary>
        public Tensor atan() => Ops.atan.Invoke(this);

        /// <summary>As <see cref="atan()"/>, in place.</summary>
        public Tensor atan_() => Ops.atan_.InPlace(this);

        /// <summary>The angle with each element as its tangent.</summary>
        public Tensor arctan() => atan();

        /// <summary>As <see cref="arctan()"/>, in place.</summary>
        public Tensor arctan_() => atan_();

        /// <summary>The angle of the point whose height is this tensor and whose width is the other.</summary>
        public Tensor arctan(Tensor other) => atan2(other);

        /// <summary>As <see cref="arctan(Tensor)"/>, in place.</summary>
        public Tensor arctan_(Tensor other) => atan2_(other);

        /// <summary>The angle of the point whose height is this tensor and whose width is the other.</summary>
        public Tensor atan2(Tensor other) => Ops.atan2.Invoke(this, other);

        /// <summary>As <see cref="atan2(Tensor)"/>, in place.</summary>
        public Tensor atan2_(Tensor other) => Ops.atan2_.InPlace(this, other);

        /// <summary>The angle of the point whose height is this tensor and whose width is the other.</summary>
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <summary>As <see cref="arctan2(Tensor)"/>, in place.</summary>
        public Tensor arctan2_(Tensor other) => atan2_(other);

        /// <summary>The hyperbolic sine of each element.</summary>
        public Tensor sinh() => Ops.sinh.Invoke(this);

        /// <summary>As <see cref="sinh()"/>, in place.</summary>
        public Tensor sinh_() => Ops.sinh_.InPlace(this);

        /// <summary>The hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Ops.cosh.Invoke(this);

        /// <summary>As <see cref="cosh()"/>, in place.</summary>
        public Tensor cosh_() => Ops.cosh_.InPlace(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Ops.tanh.Invoke(this);

        /// <summary>As <see cref="tanh()"/>, in place.</summary>
        public Tensor tanh_() => Ops.tanh_.InPlace(this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor asinh() => Ops.asinh.Invoke(this);

        /// <summary>As <see cref="asinh()"/>, in place.</summary>
        public Tensor asinh_() => Ops.asinh_.InPlace(this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor arcsinh() => asinh();

        /// <summary>As <see cref="arcsinh()"/>, in place.</summary>
        public Tensor arcsinh_() => asinh_();

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor acosh() => Ops.acosh.Invoke(this);

        /// <summary>As <see cref="acosh()"/>, in place.</summary>
        public Tensor acosh_() => Ops.acosh_.InPlace(this);

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor arccosh() => acosh();

        /// <summary>As <see cref="arccosh()"/>, in place.</summary>
        public Tensor arccosh_() => acosh_();

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor atanh() => Ops.atanh.Invoke(this);

        /// <summary>As <see cref="atanh()"/>, in place.</summary>
        public Tensor atanh_() => Ops.atanh_.InPlace(this);

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor arctanh() => atanh();

        /// <summary>As <see cref="arctanh()"/>, in place.</summary>
        public Tensor arctanh_() => atanh_();

        /// <summary>The normalised sinc function: sin(πx) / (πx).</summary>
        public Tensor sinc() => Ops.sinc.Invoke(this);

        /// <summary>As <see cref="sinc()"/>, in place.</summary>
        public Tensor sinc_() => Ops.sinc_.InPlace(this);

        /// <summary>Degrees into radians.</summary>
        public Tensor deg2rad() => Ops.deg2rad.Invoke(this);

        /// <summary>As <see cref="deg2rad()"/>, in place.</summary>
        public Tensor deg2rad_() => Ops.deg2rad_.InPlace(this);

        /// <summary>Radians into degrees.</summary>
        public Tensor rad2deg() => Ops.rad2deg.Invoke(this);

        /// <summary>As <see cref="rad2deg()"/>, in place.</summary>
        public Tensor rad2deg_() => Ops.rad2deg_.InPlace(this);
    }
}
