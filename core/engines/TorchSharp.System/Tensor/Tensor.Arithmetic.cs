using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element.</summary>
        public Tensor add(Tensor target) => Ops.add_Tensor.Invoke(this, target);

        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Tensor target, Scalar alpha) => Ops.add_Tensor.Invoke(this, target, alpha);

        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Scalar scalar) => Ops.add_Scalar.Invoke(this, scalar);

        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Scalar scalar, Scalar alpha) => Ops.add_Scalar.Invoke(this, scalar, alpha);

        /// <summary>As <see cref="add(Tensor)"/>, in place.</summary>
        public Tensor add_(Tensor target) => Ops.add__Tensor.InPlace(this, target);

        /// <summary>As <see cref="add(Tensor, Scalar)"/>, in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Ops.add__Tensor.InPlace(this, target, alpha);

        /// <summary>As <see cref="add(Scalar)"/>, in place.</summary>
        public Tensor add_(Scalar scalar) => Ops.add__Scalar.InPlace(this, scalar);

        /// <summary>As <see cref="add(Scalar, Scalar)"/>, in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.add__Scalar.InPlace(this, scalar, alpha);

        /// <summary>Subtracts element by element.</summary>
        public Tensor sub(Tensor target) => Ops.sub_Tensor.Invoke(this, target);

        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor sub(Scalar target) => Ops.sub_Scalar.Invoke(this, target);

        /// <summary>As <see cref="sub(Tensor)"/>, in place.</summary>
        public Tensor sub_(Tensor target) => Ops.sub__Tensor.InPlace(this, target);

        /// <summary>As <see cref="sub(Scalar)"/>, in place.</summary>
        public Tensor sub_(Scalar target) => Ops.sub__Scalar.InPlace(this, target);

        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Tensor target) => sub(target);

        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>As <see cref="subtract(Tensor)"/>, in place.</summary>
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <summary>As <see cref="subtract(Scalar)"/>, in place.</summary>
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>Multiplies element by element.</summary>
        public Tensor mul(Tensor target) => Ops.mul_Tensor.Invoke(this, target);

        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor mul(Scalar target) => Ops.mul_Scalar.Invoke(this, target);

        /// <summary>As <see cref="mul(Tensor)"/>, in place.</summary>
        public Tensor mul_(Tensor target) => Ops.mul__Tensor.InPlace(this, target);

        /// <summary>As <see cref="mul(Scalar)"/>, in place.</summary>
        public Tensor mul_(Scalar target) => Ops.mul__Scalar.InPlace(this, target);

        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Tensor target) => mul(target);

        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>Divides element by element; the rounding mode says whether and how the quotient becomes whole.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Ops.div_Tensor_mode.Invoke(this, target, rounding_mode.Name());

        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Ops.div_Scalar_mode.Invoke(this, target, rounding_mode.Name());

        /// <summary>As <see cref="div(Tensor, RoundingMode)"/>, in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Ops.div__Tensor_mode.InPlace(this, target, rounding_mode.Name());

        /// <summary>As <see cref="div(Scalar, RoundingMode)"/>, in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Ops.div__Scalar_mode.InPlace(this, target, rounding_mode.Name());

        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>As <see cref="divide(Tensor, RoundingMode)"/>, in place.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>As <see cref="divide(Scalar, RoundingMode)"/>, in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>Divides element by element, always into floating-point numbers.</summary>
        public Tensor true_divide(Tensor other) => Ops.true_divide_Tensor.Invoke(this, other);

        /// <inheritdoc cref="true_divide(Tensor)"/>
        public Tensor true_divide(Scalar other) => Ops.true_divide_Scalar.Invoke(this, other);

        /// <summary>As <see cref="true_divide(Tensor)"/>, in place.</summary>
        public Tensor true_divide_(Tensor other) => Ops.true_divide__Tensor.InPlace(this, other);

        /// <summary>As <see cref="true_divide(Scalar)"/>, in place.</summary>
        public Tensor true_divide_(Scalar other) => Ops.true_divide__Scalar.InPlace(this, other);

        /// <summary>Divides element by element and rounds towards minus infinity.</summary>
        public Tensor floor_divide(Tensor other) => Ops.floor_divide.Invoke(this, other);

        /// <inheritdoc cref="floor_divide(Tensor)"/>
        public Tensor floor_divide(Scalar other) => Ops.floor_divide_Scalar.Invoke(this, other);

        /// <summary>As <see cref="floor_divide(Tensor)"/>, in place.</summary>
        public Tensor floor_divide_(Tensor other) => Ops.floor_divide__Tensor.InPlace(this, other);

        /// <summary>As <see cref="floor_divide(Scalar)"/>, in place.</summary>
        public Tensor floor_divide_(Scalar other) => Ops.floor_divide__Scalar.InPlace(this, other);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Ops.remainder_Tensor.Invoke(this, target);

        /// <inheritdoc cref="remainder(Tensor)"/>
        public Tensor remainder(Scalar scalar) => Ops.remainder_Scalar.Invoke(this, scalar);

        /// <summary>As <see cref="remainder(Tensor)"/>, in place.</summary>
        public Tensor remainder_(Tensor target) => Ops.remainder__Tensor.InPlace(this, target);

        /// <summary>As <see cref="remainder(Scalar)"/>, in place.</summary>
        public Tensor remainder_(Scalar scalar) => Ops.remainder__Scalar.InPlace(this, scalar);

        /// <summary>The remainder of division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Ops.fmod_Tensor.Invoke(this, target);

        /// <inheritdoc cref="fmod(Tensor)"/>
        public Tensor fmod(Scalar scalar) => Ops.fmod_Scalar.Invoke(this, scalar);

        /// <summary>As <see cref="fmod(Tensor)"/>, in place.</summary>
        public Tensor fmod_(Tensor target) => Ops.fmod__Tensor.InPlace(this, target);

        /// <summary>As <see cref="fmod(Scalar)"/>, in place.</summary>
        public Tensor fmod_(Scalar scalar) => Ops.fmod__Scalar.InPlace(this, scalar);

        /// <summary>Raises each element to a power.</summary>
        public Tensor pow(Tensor exponent) => Ops.pow_Tensor_Tensor.Invoke(this, exponent);

        /// <inheritdoc cref="pow(Tensor)"/>
        public Tensor pow(Scalar exponent) => Ops.pow_Tensor_Scalar.Invoke(this, exponent);

        /// <summary>As <see cref="pow(Tensor)"/>, in place.</summary>
        public Tensor pow_(Tensor exponent) => Ops.pow__Tensor.InPlace(this, exponent);

        /// <summary>As <see cref="pow(Scalar)"/>, in place.</summary>
        public Tensor pow_(Scalar exponent) => Ops.pow__Scalar.InPlace(this, exponent);

        /// <summary>Raises each element to a power in double precision.</summary>
        public Tensor float_power(Tensor target) => Ops.float_power_Tensor_Tensor.Invoke(this, target);

        /// <summary>As <see cref="float_power(Tensor)"/>, in place.</summary>
        public Tensor float_power_(Tensor target) => Ops.float_power__Tensor.InPlace(this, target);

        /// <summary>Changes the sign of each element.</summary>
        public Tensor neg() => Ops.neg.Invoke(this);

        /// <summary>As <see cref="neg()"/>, in place.</summary>
        public Tensor neg_() => Ops.neg_.InPlace(this);

        /// <summary>Changes the sign of each element.</summary>
        public Tensor negative() => neg();

        /// <summary>The tensor itself; refuses truth values.</summary>
        public Tensor positive() => Ops.positive.Invoke(this);

        /// <summary>One divided by each element.</summary>
        public Tensor reciprocal() => Ops.reciprocal.Invoke(this);

        /// <summary>As <see cref="reciprocal()"/>, in place.</summary>
        public Tensor reciprocal_() => Ops.reciprocal_.InPlace(this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Ops.square.Invoke(this);

        /// <summary>Adds the product of two tensors, times a number.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul.Invoke(this, tensor1, tensor2, value);

        /// <summary>As <see cref="addcmul(Tensor, Tensor, Scalar)"/>, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul_.InPlace(this, tensor1, tensor2, value);

        /// <summary>Adds the quotient of two tensors, times a number.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv.Invoke(this, tensor1, tensor2, value);

        /// <inheritdoc cref="addcdiv(Tensor, Tensor, Scalar)"/>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Ops.addcdiv.Invoke(this, tensor1, tensor2);

        /// <summary>As <see cref="addcdiv(Tensor, Tensor, Scalar)"/>, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv_.InPlace(this, tensor1, tensor2, value);

        /// <summary>As <see cref="addcdiv(Tensor, Tensor)"/>, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Ops.addcdiv_.InPlace(this, tensor1, tensor2);

        /// <summary>Interpolates between this tensor (weight 0) and another (weight 1).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Ops.lerp_Tensor.Invoke(this, end, weight);

        /// <summary>As <see cref="lerp(Tensor, Tensor)"/>, in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Ops.lerp__Tensor.InPlace(this, end, weight);

        /// <summary>The greatest common divisor of integers, element by element.</summary>
        public Tensor gcd(Tensor other) => Ops.gcd.Invoke(this, other);

        /// <summary>As <see cref="gcd(Tensor)"/>, in place.</summary>
        public Tensor gcd_(Tensor other) => Ops.gcd_.InPlace(this, other);

        /// <summary>The least common multiple of integers, element by element.</summary>
        public Tensor lcm(Tensor other) => Ops.lcm.Invoke(this, other);

        /// <summary>As <see cref="lcm(Tensor)"/>, in place.</summary>
        public Tensor lcm_(Tensor other) => Ops.lcm_.InPlace(this, other);

        /// <summary>The length of the hypotenuse of right triangles with these legs.</summary>
        public Tensor hypot(Tensor other) => Ops.hypot.Invoke(this, other);

        /// <summary>The logarithm of the sum of exponentials of two tensors, without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Ops.logaddexp.Invoke(this, other);

        /// <summary>The base-2 logarithm of the sum of powers of two of two tensors, without overflow.</summary>
        public Tensor logaddexp2(Tensor other) => Ops.logaddexp2.Invoke(this, other);

        /// <summary>Each element times the logarithm of another; 0 where the element is 0.</summary>
        public Tensor xlogy(Tensor y) => Ops.xlogy_Tensor.Invoke(this, y);

        /// <inheritdoc cref="xlogy(Tensor)"/>
        public Tensor xlogy(Scalar y) => Ops.xlogy_Scalar_Other.Invoke(this, y);

        /// <summary>As <see cref="xlogy(Tensor)"/>, in place.</summary>
        public Tensor xlogy_(Tensor y) => Ops.xlogy__Tensor.InPlace(this, y);

        /// <summary>As <see cref="xlogy(Scalar)"/>, in place.</summary>
        public Tensor xlogy_(Scalar y) => Ops.xlogy__Scalar_Other.InPlace(this, y);

        /// <summary>Each element times two to the power of another.</summary>
        public Tensor ldexp(Tensor other) => Ops.ldexp_Tensor.Invoke(this, other);

        /// <summary>As <see cref="ldexp(Tensor)"/>, in place.</summary>
        public Tensor ldexp_(Tensor other) => Ops.ldexp_.InPlace(this, other);

        /// <summary>The magnitude of each element with the sign of another.</summary>
        public Tensor copysign(Tensor other) => Ops.copysign_Tensor.Invoke(this, other);

        /// <summary>As <see cref="copysign(Tensor)"/>, in place.</summary>
        public Tensor copysign_(Tensor other) => Ops.copysign__Tensor.InPlace(this, other);

        /// <summary>The next representable number towards another.</summary>
        public Tensor nextafter(Tensor other) => Ops.nextafter.Invoke(this, other);

        /// <summary>As <see cref="nextafter(Tensor)"/>, in place.</summary>
        public Tensor nextafter_(Tensor other) => Ops.nextafter_.InPlace(this, other);

        /// <summary>0 for negative elements, 1 for positive ones, and the other tensor's element for zero.</summary>
        public Tensor heaviside(Tensor other) => Ops.heaviside.Invoke(this, other);

        /// <summary>As <see cref="heaviside(Tensor)"/>, in place.</summary>
        public Tensor heaviside_(Tensor other) => Ops.heaviside_.InPlace(this, other);
    }
}
