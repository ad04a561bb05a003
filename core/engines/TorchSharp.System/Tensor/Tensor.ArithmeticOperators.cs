using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Ops.add_Tensor.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Ops.add_Scalar.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, int right) => Ops.add_Scalar.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, long right) => Ops.add_Scalar.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, float right) => Ops.add_Scalar.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Tensor left, double right) => Ops.add_Scalar.Invoke(left, right);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Ops.add_Scalar.Invoke(right, left);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(int left, Tensor right) => Ops.add_Scalar.Invoke(right, left);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(long left, Tensor right) => Ops.add_Scalar.Invoke(right, left);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(float left, Tensor right) => Ops.add_Scalar.Invoke(right, left);

        /// <summary>Adds element by element.</summary>
        public static Tensor operator +(double left, Tensor right) => Ops.add_Scalar.Invoke(right, left);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Ops.sub_Tensor.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Ops.sub_Scalar.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, int right) => Ops.sub_Scalar.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, long right) => Ops.sub_Scalar.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, float right) => Ops.sub_Scalar.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Tensor left, double right) => Ops.sub_Scalar.Invoke(left, right);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Ops.rsub_Scalar.Invoke(right, left);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(int left, Tensor right) => Ops.rsub_Scalar.Invoke(right, left);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(long left, Tensor right) => Ops.rsub_Scalar.Invoke(right, left);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(float left, Tensor right) => Ops.rsub_Scalar.Invoke(right, left);

        /// <summary>Subtracts element by element.</summary>
        public static Tensor operator -(double left, Tensor right) => Ops.rsub_Scalar.Invoke(right, left);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Ops.mul_Tensor.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Ops.mul_Scalar.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, int right) => Ops.mul_Scalar.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, long right) => Ops.mul_Scalar.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, float right) => Ops.mul_Scalar.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Tensor left, double right) => Ops.mul_Scalar.Invoke(left, right);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Ops.mul_Scalar.Invoke(right, left);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(int left, Tensor right) => Ops.mul_Scalar.Invoke(right, left);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(long left, Tensor right) => Ops.mul_Scalar.Invoke(right, left);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(float left, Tensor right) => Ops.mul_Scalar.Invoke(right, left);

        /// <summary>Multiplies element by element.</summary>
        public static Tensor operator *(double left, Tensor right) => Ops.mul_Scalar.Invoke(right, left);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Ops.div_Tensor.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Ops.div_Scalar.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, int right) => Ops.div_Scalar.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, long right) => Ops.div_Scalar.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, float right) => Ops.div_Scalar.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Tensor left, double right) => Ops.div_Scalar.Invoke(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Over(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(int left, Tensor right) => Over(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(long left, Tensor right) => Over(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(float left, Tensor right) => Over(left, right);

        /// <summary>Divides element by element.</summary>
        public static Tensor operator /(double left, Tensor right) => Over(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Ops.remainder_Tensor.Invoke(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Ops.remainder_Scalar.Invoke(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Ops.remainder_Scalar.Invoke(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Ops.remainder_Scalar.Invoke(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Ops.remainder_Scalar.Invoke(left, right);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Ops.remainder_Scalar.Invoke(left, right);

        /// <summary>Changes the sign of each element.</summary>
        public static Tensor operator -(Tensor tensor) => Ops.neg.Invoke(tensor);

        /// <summary>The bits set in both elements; of truth values, whether both hold.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Ops.bitwise_and_Tensor.Invoke(left, right);

        /// <summary>The bits set in at least one of two elements; of truth values, whether one holds.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Ops.bitwise_or_Tensor.Invoke(left, right);

        /// <summary>The bits set in exactly one of two elements; of truth values, whether exactly one holds.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Ops.bitwise_xor_Tensor.Invoke(left, right);

        /// <summary>Each element with all bits flipped; of truth values, the opposite.</summary>
        public static Tensor operator ~(Tensor left) => Ops.bitwise_not.Invoke(left);

        private static Tensor Over(in Argument number, Tensor tensor)
        {
            using var reciprocal = Ops.reciprocal.Invoke(tensor);
            return Ops.mul_Scalar.Invoke(reciprocal, number);
        }
    }
}
