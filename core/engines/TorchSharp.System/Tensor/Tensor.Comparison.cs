using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether elements are equal.</summary>
        public Tensor eq(Tensor target) => Ops.eq_Tensor.Invoke(this, target);

        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => Ops.eq_Scalar.Invoke(this, target);

        /// <summary>As <see cref="eq(Tensor)"/>, in place.</summary>
        public Tensor eq_(Tensor target) => Ops.eq__Tensor.InPlace(this, target);

        /// <summary>As <see cref="eq(Scalar)"/>, in place.</summary>
        public Tensor eq_(Scalar target) => Ops.eq__Scalar.InPlace(this, target);

        /// <summary>Whether elements differ.</summary>
        public Tensor ne(Tensor target) => Ops.ne_Tensor.Invoke(this, target);

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => Ops.ne_Scalar.Invoke(this, target);

        /// <summary>As <see cref="ne(Tensor)"/>, in place.</summary>
        public Tensor ne_(Tensor target) => Ops.ne__Tensor.InPlace(this, target);

        /// <summary>As <see cref="ne(Scalar)"/>, in place.</summary>
        public Tensor ne_(Scalar target) => Ops.ne__Scalar.InPlace(this, target);

        /// <summary>Whether elements are less than others.</summary>
        public Tensor lt(Tensor target) => Ops.lt_Tensor.Invoke(this, target);

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => Ops.lt_Scalar.Invoke(this, target);

        /// <summary>As <see cref="lt(Tensor)"/>, in place.</summary>
        public Tensor lt_(Tensor target) => Ops.lt__Tensor.InPlace(this, target);

        /// <summary>As <see cref="lt(Scalar)"/>, in place.</summary>
        public Tensor lt_(Scalar target) => Ops.lt__Scalar.InPlace(this, target);

        /// <summary>Whether elements are at most others.</summary>
        public Tensor le(Tensor target) => Ops.le_Tensor.Invoke(this, target);

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => Ops.le_Scalar.Invoke(this, target);

        /// <summary>As <see cref="le(Tensor)"/>, in place.</summary>
        public Tensor le_(Tensor target) => Ops.le__Tensor.InPlace(this, target);

        /// <summary>As <see cref="le(Scalar)"/>, in place.</summary>
        public Tensor le_(Scalar target) => Ops.le__Scalar.InPlace(this, target);

        /// <summary>Whether elements are greater than others.</summary>
        public Tensor gt(Tensor target) => Ops.gt_Tensor.Invoke(this, target);

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => Ops.gt_Scalar.Invoke(this, target);

        /// <summary>As <see cref="gt(Tensor)"/>, in place.</summary>
        public Tensor gt_(Tensor target) => Ops.gt__Tensor.InPlace(this, target);

        /// <summary>As <see cref="gt(Scalar)"/>, in place.</summary>
        public Tensor gt_(Scalar target) => Ops.gt__Scalar.InPlace(this, target);

        /// <summary>Whether elements are at least others.</summary>
        public Tensor ge(Tensor target) => Ops.ge_Tensor.Invoke(this, target);

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => Ops.ge_Scalar.Invoke(this, target);

        /// <summary>As <see cref="ge(Tensor)"/>, in place.</summary>
        public Tensor ge_(Tensor target) => Ops.ge__Tensor.InPlace(this, target);

        /// <summary>As <see cref="ge(Scalar)"/>, in place.</summary>
        public Tensor ge_(Scalar target) => Ops.ge__Scalar.InPlace(this, target);

        /// <summary>Whether elements differ.</summary>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>As <see cref="not_equal(Tensor)"/>, in place.</summary>
        public Tensor not_equal_(Tensor target) => ne_(target);

        /// <summary>Whether elements are less than others.</summary>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Whether elements are at most others.</summary>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>As <see cref="less_equal(Tensor)"/>, in place.</summary>
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <summary>Whether elements are greater than others.</summary>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Whether elements are at least others.</summary>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Whether elements are equal: a tensor, as <see cref="eq(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether all elements are within a tolerance of others: |a - b| ≤ atol + rtol · |b|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Ops.allclose.Plain(this, target, rtol, atol, equal_nan).Integer != 0;

        /// <summary>Whether each element is within a tolerance of another: |a - b| ≤ atol + rtol · |b|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Ops.isclose.Invoke(this, other, rtol, atol, nanEqual);

        /// <summary>Whether each element is among others.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Ops.isin_Tensor_Tensor.Invoke(this, test_elements, assumeUnique, invert);

        /// <summary>Whether each element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Ops.isfinite.Invoke(this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Ops.isinf.Invoke(this);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Ops.isnan.Invoke(this);

        /// <summary>Whether each element is minus infinity.</summary>
        public Tensor isneginf() => Ops.isneginf.Invoke(this);

        /// <summary>Whether each element is plus infinity.</summary>
        public Tensor isposinf() => Ops.isposinf.Invoke(this);

        /// <summary>Whether each element has no imaginary part.</summary>
        public Tensor isreal() => Ops.isreal.Invoke(this);

        /// <summary>Whether the only element is not zero.</summary>
        public bool is_nonzero() => Ops.is_nonzero.Plain(this).Integer != 0;

        /// <summary>The larger of two elements; NaN wins.</summary>
        public Tensor maximum(Tensor other) => Ops.maximum.Invoke(this, other);

        /// <summary>The smaller of two elements; NaN wins.</summary>
        public Tensor minimum(Tensor other) => Ops.minimum.Invoke(this, other);

        /// <summary>The larger of two elements; a number wins against NaN.</summary>
        public Tensor fmax(Tensor other) => Ops.fmax.Invoke(this, other);

        /// <summary>The smaller of two elements; a number wins against NaN.</summary>
        public Tensor fmin(Tensor other) => Ops.fmin.Invoke(this, other);

        /// <summary>Whether both elements are not zero.</summary>
        public Tensor logical_and(Tensor other) => Ops.logical_and.Invoke(this, other);

        /// <summary>As <see cref="logical_and(Tensor)"/>, in place.</summary>
        public Tensor logical_and_(Tensor other) => Ops.logical_and_.InPlace(this, other);

        /// <summary>Whether at least one of two elements is not zero.</summary>
        public Tensor logical_or(Tensor other) => Ops.logical_or.Invoke(this, other);

        /// <summary>As <see cref="logical_or(Tensor)"/>, in place.</summary>
        public Tensor logical_or_(Tensor other) => Ops.logical_or_.InPlace(this, other);

        /// <summary>Whether exactly one of two elements is not zero.</summary>
        public Tensor logical_xor(Tensor other) => Ops.logical_xor.Invoke(this, other);

        /// <summary>As <see cref="logical_xor(Tensor)"/>, in place.</summary>
        public Tensor logical_xor_(Tensor other) => Ops.logical_xor_.InPlace(this, other);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Ops.logical_not.Invoke(this);

        /// <summary>As <see cref="logical_not()"/>, in place.</summary>
        public Tensor logical_not_() => Ops.logical_not_.InPlace(this);

        /// <summary>The bits set in both elements.</summary>
        public Tensor bitwise_and(Tensor other) => Ops.bitwise_and_Tensor.Invoke(this, other);

        /// <summary>As <see cref="bitwise_and(Tensor)"/>, in place.</summary>
        public Tensor bitwise_and_(Tensor other) => Ops.bitwise_and__Tensor.InPlace(this, other);

        /// <summary>The bits set in at least one of two elements.</summary>
        public Tensor bitwise_or(Tensor other) => Ops.bitwise_or_Tensor.Invoke(this, other);

        /// <summary>As <see cref="bitwise_or(Tensor)"/>, in place.</summary>
        public Tensor bitwise_or_(Tensor other) => Ops.bitwise_or__Tensor.InPlace(this, other);

        /// <summary>The bits set in exactly one of two elements.</summary>
        public Tensor bitwise_xor(Tensor other) => Ops.bitwise_xor_Tensor.Invoke(this, other);

        /// <summary>As <see cref="bitwise_xor(Tensor)"/>, in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => Ops.bitwise_xor__Tensor.InPlace(this, other);

        /// <summary>Each element with all bits flipped.</summary>
        public Tensor bitwise_not() => Ops.bitwise_not.Invoke(this);

        /// <summary>As <see cref="bitwise_not()"/>, in place.</summary>
        public Tensor bitwise_not_() => Ops.bitwise_not_.InPlace(this);

        /// <summary>Shifts the bits of each element to the left.</summary>
        public Tensor bitwise_left_shift(Tensor other) => Ops.bitwise_left_shift_Tensor.Invoke(this, other);

        /// <summary>As <see cref="bitwise_left_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => Ops.bitwise_left_shift__Tensor.InPlace(this, other);

        /// <summary>Shifts the bits of each element to the right.</summary>
        public Tensor bitwise_right_shift(Tensor other) => Ops.bitwise_right_shift_Tensor.Invoke(this, other);

        /// <summary>As <see cref="bitwise_right_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => Ops.bitwise_right_shift__Tensor.InPlace(this, other);

        /// <summary>This tensor's elements where a condition of truth values holds, and the other's elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Ops.where_self.Invoke(condition, this, y);
    }
}
