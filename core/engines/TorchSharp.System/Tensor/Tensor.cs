using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A multi-dimensional array on a device, with automatic differentiation; it owns native memory and should be disposed.</summary>
    public partial class Tensor : IDisposable
    {
        private static long s_totalCount;
        private static long s_peakCount;
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            var total = Interlocked.Increment(ref s_totalCount);
            if (total > s_peakCount)
                s_peakCount = total;
            OwningDisposeScope = DisposeScopeManager.Register(this);
        }

        /// <summary>Releases the native tensor of an object that nobody disposed.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>Tensors that are alive in the process.</summary>
        public static long TotalCount => Interlocked.Read(ref s_totalCount);

        /// <summary>The most tensors that were alive at a time.</summary>
        public static long PeakCount => Interlocked.Read(ref s_peakCount);

        /// <summary>The native handle.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle
        {
            get
            {
                if (_handle == 0)
                    ThrowDisposed();
                return _handle;
            }
        }

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>A tensor that takes over a native handle.</summary>
        /// <param name="handle">A handle that nobody else releases.</param>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Releases the native tensor; using this object afterwards throws.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the native handle away: the caller must release it, and this object is invalid.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var handle = Handle;
            Forget();
            GC.SuppressFinalize(this);
            return handle;
        }

        /// <summary>Takes the tensor out of its dispose scope, so that it outlives it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>The older spelling of <see cref="DetachFromDisposeScope"/>.</summary>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Moves the tensor to the scope around its own, or out of all scopes.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Moves the tensor to another scope.</summary>
        /// <param name="other">The new owner; null for none.</param>
        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningDisposeScope is null && other is not null)
                other.Attach(this);
            else
                OwningDisposeScope?.MoveToOther(other, this);
            return this;
        }

        /// <summary>Moves the tensor to the scope that owns another tensor.</summary>
        /// <param name="other">A tensor in the wanted scope.</param>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope!);

        /// <summary>Releases the native tensor.</summary>
        /// <param name="disposing">False when called by the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            var handle = _handle;
            if (handle == 0)
                return;
            if (disposing && OwningDisposeScope is { } scope)
                scope.MarkAsDisposed(this);
            else if (disposing)
                DisposeScopeManager.Count(this).DisposedOutsideScope();
            Forget();
            Native.engine_tensor_release(handle);
        }

        // Another object takes over what this one held.
        internal nint Release()
        {
            var handle = Handle;
            OwningDisposeScope?.Detach(this);
            DisposeScopeManager.Count(this).DisposedOutsideScope();
            Forget();
            GC.SuppressFinalize(this);
            return handle;
        }

        private void Forget()
        {
            _handle = 0;
            Interlocked.Decrement(ref s_totalCount);
        }

        [DoesNotReturn]
        private static void ThrowDisposed() => throw new ObjectDisposedException(nameof(Tensor), "The tensor was disposed.");
    }
}
