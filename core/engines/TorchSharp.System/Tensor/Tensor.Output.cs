using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Gives this tensor these sizes and fills it with zeros.</summary>
        public Tensor zeros(params long[] sizes) => Ops.zeros_out.Into(this, sizes);

        /// <summary>Gives this tensor these sizes and fills it with ones.</summary>
        public Tensor ones(params long[] sizes) => Ops.ones_out.Into(this, sizes);

        /// <summary>Gives this tensor these sizes.</summary>
        public Tensor empty(params long[] sizes) => Ops.empty_out.Into(this, sizes, Argument.None);

        /// <summary>Gives this tensor these sizes and fills it with a value.</summary>
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => Ops.full_out.Into(this, sizes, value);

        /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar)"/>
        public Tensor full(long[] sizes, Scalar value) => full((ReadOnlySpan<long>)sizes, value);

        /// <summary>Gives this tensor these sizes and puts ones on its diagonal.</summary>
        public Tensor eye(long rows, long columns) => Ops.eye_m_out.Into(this, rows, columns);

        /// <summary>Fills this tensor with numbers at a distance, the limit excluded.</summary>
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Ops.arange_start_out.Into(this, start, stop, step);

        /// <summary>Gives this tensor these sizes and fills it with numbers from [0, 1).</summary>
        public Tensor rand_out(params long[] sizes) => Ops.rand_out.Into(this, sizes);

        /// <summary>Gives this tensor these sizes and fills it with normally distributed numbers.</summary>
        public Tensor randn_out(params long[] sizes) => Ops.randn_out.Into(this, sizes);

        /// <summary>Gives this tensor these sizes and fills it with integers from [0, high).</summary>
        public Tensor randint_out(long high, long[] sizes) => Ops.randint_out.Into(this, high, sizes);

        /// <summary>Fills this tensor with the integers from 0 to n - 1 in random order.</summary>
        public Tensor randperm_out(long n) => Ops.randperm_out.Into(this, n);
    }
}
