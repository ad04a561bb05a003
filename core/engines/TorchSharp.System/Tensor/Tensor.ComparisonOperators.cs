using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether elements are equal.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Ops.eq_Tensor.Invoke(left, right);

        /// <summary>Whether elements are equal.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Ops.eq_Scalar.Invoke(left, right);

        /// <summary>Whether elements are equal.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Ops.eq_Scalar.Invoke(right, left);

        /// <summary>Whether elements differ.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Ops.ne_Tensor.Invoke(left, right);

        /// <summary>Whether elements differ.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Ops.ne_Scalar.Invoke(left, right);

        /// <summary>Whether elements differ.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Ops.ne_Scalar.Invoke(right, left);

        /// <summary>Whether elements are less than others.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Ops.lt_Tensor.Invoke(left, right);

        /// <summary>Whether elements are less than others.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Ops.lt_Scalar.Invoke(left, right);

        /// <summary>Whether elements are less than others.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Ops.gt_Scalar.Invoke(right, left);

        /// <summary>Whether elements are at most others.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Ops.le_Tensor.Invoke(left, right);

        /// <summary>Whether elements are at most others.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Ops.le_Scalar.Invoke(left, right);

        /// <summary>Whether elements are at most others.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Ops.ge_Scalar.Invoke(right, left);

        /// <summary>Whether elements are greater than others.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Ops.gt_Tensor.Invoke(left, right);

        /// <summary>Whether elements are greater than others.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Ops.gt_Scalar.Invoke(left, right);

        /// <summary>Whether elements are greater than others.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Ops.lt_Scalar.Invoke(right, left);

        /// <summary>Whether elements are at least others.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Ops.ge_Tensor.Invoke(left, right);

        /// <summary>Whether elements are at least others.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Ops.ge_Scalar.Invoke(left, right);

        /// <summary>Whether elements are at least others.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Ops.le_Scalar.Invoke(right, left);

        /// <summary>Whether another object is a tensor of the same shape and elements.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether another tensor has the same shape and elements.</summary>
        /// <param name="target">A tensor of the same type.</param>
        public bool Equals(Tensor target) => target is not null && Ops.equal.Truth(this, target);

        /// <inheritdoc/>
        public override int GetHashCode() => base.GetHashCode();
    }
}
