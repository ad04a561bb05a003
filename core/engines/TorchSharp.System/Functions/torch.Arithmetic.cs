namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.add(Tensor)"/>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Tensor, Scalar)"/>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add(Scalar)"/>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Scalar, Scalar)"/>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Tensor)"/>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Tensor, Scalar)"/>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Scalar, Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.sub(Tensor)"/>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub(Scalar)"/>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub_(Tensor)"/>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.sub_(Scalar)"/>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.subtract(Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => left.subtract(right);

    /// <inheritdoc cref="Tensor.subtract(Scalar)"/>
    public static Tensor subtract(Tensor left, Scalar right) => left.subtract(right);

    /// <inheritdoc cref="Tensor.subtract_(Tensor)"/>
    public static Tensor subtract_(Tensor left, Tensor right) => left.subtract_(right);

    /// <inheritdoc cref="Tensor.subtract_(Scalar)"/>
    public static Tensor subtract_(Tensor left, Scalar right) => left.subtract_(right);

    /// <inheritdoc cref="Tensor.mul(Tensor)"/>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul(Scalar)"/>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul_(Tensor)"/>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.mul_(Scalar)"/>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.multiply(Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => left.multiply(right);

    /// <inheritdoc cref="Tensor.multiply(Scalar)"/>
    public static Tensor multiply(Tensor left, Scalar right) => left.multiply(right);

    /// <summary>Multiplies element by element, in place.</summary>
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>As <see cref="multiply(Tensor, Scalar)"/>, in place.</summary>
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.div(Tensor, RoundingMode)"/>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div(Scalar, RoundingMode)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Tensor, RoundingMode)"/>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Scalar, RoundingMode)"/>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide(Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide(Scalar, RoundingMode)"/>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide_(Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide_(right, rounding_mode);

    /// <summary>Divides element by element, in place.</summary>
    public static Tensor divide_(Tensor left, Scalar right) => left.div_(right);

    /// <inheritdoc cref="Tensor.true_divide(Tensor)"/>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => dividend.true_divide(divisor);

    /// <inheritdoc cref="Tensor.true_divide_(Tensor)"/>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => dividend.true_divide_(divisor);

    /// <inheritdoc cref="Tensor.floor_divide(Tensor)"/>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <inheritdoc cref="Tensor.floor_divide_(Tensor)"/>
    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    /// <inheritdoc cref="Tensor.remainder(Tensor)"/>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder(Scalar)"/>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder_(Tensor)"/>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.remainder_(Scalar)"/>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.fmod(Tensor)"/>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    /// <inheritdoc cref="Tensor.fmod(Scalar)"/>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <inheritdoc cref="Tensor.fmod_(Tensor)"/>
    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);

    /// <inheritdoc cref="Tensor.fmod_(Scalar)"/>
    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);

    /// <inheritdoc cref="Tensor.pow(Tensor)"/>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.pow(Scalar)"/>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.pow_(Tensor)"/>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    /// <inheritdoc cref="Tensor.pow_(Scalar)"/>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <inheritdoc cref="Tensor.float_power(Tensor)"/>
    public static Tensor float_power(Tensor input, Tensor target) => input.float_power(target);

    /// <inheritdoc cref="Tensor.float_power_(Tensor)"/>
    public static Tensor float_power_(Tensor input, Tensor target) => input.float_power_(target);

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();

    /// <inheritdoc cref="Tensor.neg_()"/>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.negative()"/>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>Changes the sign of each element, in place.</summary>
    public static Tensor negative_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.positive()"/>
    public static Tensor positive(Tensor input) => input.positive();

    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <inheritdoc cref="Tensor.reciprocal_()"/>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <inheritdoc cref="Tensor.square()"/>
    public static Tensor square(Tensor input) => input.square();

    /// <inheritdoc cref="Tensor.addcmul(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcmul_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul_(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcdiv(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcdiv_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv_(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.lerp(Tensor, Tensor)"/>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <inheritdoc cref="Tensor.gcd(Tensor)"/>
    public static Tensor gcd(Tensor left, Tensor right) => left.gcd(right);

    /// <inheritdoc cref="Tensor.gcd_(Tensor)"/>
    public static Tensor gcd_(Tensor left, Tensor right) => left.gcd_(right);

    /// <inheritdoc cref="Tensor.lcm(Tensor)"/>
    public static Tensor lcm(Tensor input, Tensor other) => input.lcm(other);

    /// <inheritdoc cref="Tensor.lcm_(Tensor)"/>
    public static Tensor lcm_(Tensor input, Tensor other) => input.lcm_(other);

    /// <inheritdoc cref="Tensor.hypot(Tensor)"/>
    public static Tensor hypot(Tensor left, Tensor right) => left.hypot(right);

    /// <inheritdoc cref="Tensor.logaddexp(Tensor)"/>
    public static Tensor logaddexp(Tensor left, Tensor right) => left.logaddexp(right);

    /// <inheritdoc cref="Tensor.logaddexp2(Tensor)"/>
    public static Tensor logaddexp2(Tensor left, Tensor right) => left.logaddexp2(right);

    /// <inheritdoc cref="Tensor.xlogy(Tensor)"/>
    public static Tensor xlogy(Tensor x, Tensor y) => x.xlogy(y);

    /// <inheritdoc cref="Tensor.xlogy(Scalar)"/>
    public static Tensor xlogy(Tensor x, Scalar y) => x.xlogy(y);

    /// <inheritdoc cref="Tensor.xlogy_(Tensor)"/>
    public static Tensor xlogy_(Tensor x, Tensor y) => x.xlogy_(y);

    /// <inheritdoc cref="Tensor.xlogy_(Scalar)"/>
    public static Tensor xlogy_(Tensor x, Scalar y) => x.xlogy_(y);

    /// <inheritdoc cref="Tensor.ldexp(Tensor)"/>
    public static Tensor ldexp(Tensor input, Tensor other) => input.ldexp(other);

    /// <inheritdoc cref="Tensor.ldexp_(Tensor)"/>
    public static Tensor ldexp_(Tensor input, Tensor other) => input.ldexp_(other);

    /// <inheritdoc cref="Tensor.copysign(Tensor)"/>
    public static Tensor copysign(Tensor input, Tensor other) => input.copysign(other);

    /// <inheritdoc cref="Tensor.copysign_(Tensor)"/>
    public static Tensor copysign_(Tensor input, Tensor other) => input.copysign_(other);

    /// <inheritdoc cref="Tensor.nextafter(Tensor)"/>
    public static Tensor nextafter(Tensor input, Tensor other) => input.nextafter(other);

    /// <inheritdoc cref="Tensor.nextafter_(Tensor)"/>
    public static Tensor nextafter_(Tensor input, Tensor other) => input.nextafter_(other);

    /// <inheritdoc cref="Tensor.heaviside(Tensor)"/>
    public static Tensor heaviside(Tensor input, Tensor values) => input.heaviside(values);

    /// <inheritdoc cref="Tensor.heaviside_(Tensor)"/>
    public static Tensor heaviside_(Tensor input, Tensor values) => input.heaviside_(values);
}
