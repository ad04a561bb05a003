using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.eq(Tensor)"/>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <inheritdoc cref="Tensor.ne(Tensor)"/>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <inheritdoc cref="Tensor.lt(Tensor)"/>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <inheritdoc cref="Tensor.le(Tensor)"/>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <inheritdoc cref="Tensor.gt(Tensor)"/>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <inheritdoc cref="Tensor.ge(Tensor)"/>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <inheritdoc cref="Tensor.not_equal(Tensor)"/>
    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.not_equal(target);

    /// <inheritdoc cref="Tensor.less(Tensor)"/>
    public static Tensor less(Tensor tensor, Tensor target) => tensor.less(target);

    /// <inheritdoc cref="Tensor.less_equal(Tensor)"/>
    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.less_equal(target);

    /// <inheritdoc cref="Tensor.greater(Tensor)"/>
    public static Tensor greater(Tensor tensor, Tensor target) => tensor.greater(target);

    /// <inheritdoc cref="Tensor.greater_equal(Tensor)"/>
    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.greater_equal(target);

    /// <inheritdoc cref="Tensor.equal(Tensor)"/>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <inheritdoc cref="Tensor.allclose(Tensor, double, double, bool)"/>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <inheritdoc cref="Tensor.isclose(Tensor, double, double, bool)"/>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);

    /// <inheritdoc cref="Tensor.isin(Tensor, bool, bool)"/>
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        tensor.isin(test_elements, assumeUnique, invert);

    /// <inheritdoc cref="Tensor.isfinite()"/>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <inheritdoc cref="Tensor.isinf()"/>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <inheritdoc cref="Tensor.isneginf()"/>
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    /// <inheritdoc cref="Tensor.isposinf()"/>
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    /// <inheritdoc cref="Tensor.isreal()"/>
    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    /// <inheritdoc cref="Tensor.is_nonzero()"/>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <inheritdoc cref="Tensor.maximum(Tensor)"/>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <inheritdoc cref="Tensor.minimum(Tensor)"/>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <inheritdoc cref="Tensor.fmax(Tensor)"/>
    public static Tensor fmax(Tensor input, Tensor other) => input.fmax(other);

    /// <inheritdoc cref="Tensor.fmin(Tensor)"/>
    public static Tensor fmin(Tensor input, Tensor other) => input.fmin(other);

    /// <inheritdoc cref="Tensor.logical_and(Tensor)"/>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <inheritdoc cref="Tensor.logical_and_(Tensor)"/>
    public static Tensor logical_and_(Tensor left, Tensor right) => left.logical_and_(right);

    /// <inheritdoc cref="Tensor.logical_or(Tensor)"/>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <inheritdoc cref="Tensor.logical_or_(Tensor)"/>
    public static Tensor logical_or_(Tensor left, Tensor right) => left.logical_or_(right);

    /// <inheritdoc cref="Tensor.logical_xor(Tensor)"/>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    /// <inheritdoc cref="Tensor.logical_xor_(Tensor)"/>
    public static Tensor logical_xor_(Tensor left, Tensor right) => left.logical_xor_(right);

    /// <inheritdoc cref="Tensor.logical_not()"/>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <inheritdoc cref="Tensor.bitwise_and(Tensor)"/>
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    /// <inheritdoc cref="Tensor.bitwise_and_(Tensor)"/>
    public static Tensor bitwise_and_(Tensor left, Tensor right) => left.bitwise_and_(right);

    /// <inheritdoc cref="Tensor.bitwise_or(Tensor)"/>
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    /// <inheritdoc cref="Tensor.bitwise_or_(Tensor)"/>
    public static Tensor bitwise_or_(Tensor left, Tensor right) => left.bitwise_or_(right);

    /// <inheritdoc cref="Tensor.bitwise_xor(Tensor)"/>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    /// <inheritdoc cref="Tensor.bitwise_xor_(Tensor)"/>
    public static Tensor bitwise_xor_(Tensor left, Tensor right) => left.bitwise_xor_(right);

    /// <inheritdoc cref="Tensor.bitwise_not()"/>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <inheritdoc cref="Tensor.bitwise_not_()"/>
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    /// <inheritdoc cref="Tensor.bitwise_left_shift(Tensor)"/>
    public static Tensor bitwise_left_shift(Tensor left, Tensor right) => left.bitwise_left_shift(right);

    /// <inheritdoc cref="Tensor.bitwise_left_shift_(Tensor)"/>
    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) => left.bitwise_left_shift_(right);

    /// <inheritdoc cref="Tensor.bitwise_right_shift(Tensor)"/>
    public static Tensor bitwise_right_shift(Tensor left, Tensor right) => left.bitwise_right_shift(right);

    /// <inheritdoc cref="Tensor.bitwise_right_shift_(Tensor)"/>
    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) => left.bitwise_right_shift_(right);

    /// <summary>The elements of one tensor where a condition of truth values holds, and of another elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Ops.where_self.Invoke(condition, x, y);

    /// <summary>The indices of the elements that are not zero: one vector a dimension.</summary>
    public static Tensor[] where(Tensor condition) => Ops.where.List(condition);
}
