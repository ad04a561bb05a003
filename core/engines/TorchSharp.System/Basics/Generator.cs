using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers whose state can be read and restored.</summary>
    public class Generator : IDisposable
    {
        private readonly bool _owned;
        private nint _handle;

        /// <summary>A generator of its own.</summary>
        /// <param name="seed">Where its sequence starts.</param>
        /// <param name="device">Where its numbers are made; the processor when null.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There are no generators for that device.</exception>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            _handle = Native.engine_generator_new((sbyte)this.device.type, (sbyte)this.device.index, seed);
            if (_handle == 0)
                NativeError.Throw(-1, nameof(Generator));
            _owned = true;
        }

        private Generator(nint handle)
        {
            device = CPU;
            _handle = handle;
        }

        /// <summary>Releases the native generator of an object that nobody disposed.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The generator that operations use when none is given.</summary>
        public static Generator Default { get; } = new(Native.engine_generator_default());

        /// <summary>Where the generator's numbers are made.</summary>
        public Device device { get; }

        /// <summary>The native handle.</summary>
        /// <exception cref="ObjectDisposedException">The generator was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator), "The generator was disposed.");

        /// <summary>The complete state, as a tensor of bytes.</summary>
        public unsafe Tensor get_state()
        {
            nint state;
            NativeError.Check(Native.engine_generator_state(Handle, &state), nameof(get_state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Continues from a state that <see cref="get_state"/> returned.</summary>
        /// <param name="value">A tensor of bytes.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The tensor is not a generator's state.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            NativeError.Check(Native.engine_generator_set_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        /// <summary>Restarts the sequence.</summary>
        /// <param name="seed">Where it starts.</param>
        public Generator manual_seed(long seed)
        {
            Native.engine_generator_set_seed(Handle, unchecked((ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Restarts the sequence at a place that cannot be foreseen, and returns that seed.</summary>
        public long seed()
        {
            var seed = unchecked((long)Native.engine_generator_reseed(Handle));
            GC.KeepAlive(this);
            return seed;
        }

        /// <summary>The seed that the sequence started with.</summary>
        public long initial_seed()
        {
            var seed = unchecked((long)Native.engine_generator_seed(Handle));
            GC.KeepAlive(this);
            return seed;
        }

        /// <summary>Releases the native generator.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native generator.</summary>
        /// <param name="disposing">False when called by the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (_owned && _handle != 0)
                Native.engine_generator_release(_handle);
            if (_owned)
                _handle = 0;
        }
    }
}
