using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether operations on this thread are being recorded for gradients.</summary>
    public static bool is_grad_enabled() => Native.engine_grad_enabled();

    /// <summary>Stops recording on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Starts recording on this thread until the result is disposed.</summary>
    /// <param name="enabled">False stops instead.</param>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Starts or stops recording on this thread until the result is disposed.</summary>
    /// <param name="mode">Whether to record.</param>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Turns off recording, version counters and view tracking on this thread until the result is disposed.</summary>
    /// <param name="mode">False turns them on inside an inference region.</param>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread is inside <see cref="inference_mode"/>.</summary>
    public static bool is_inference_mode_enabled() => Native.engine_inference_enabled();

    private sealed class GradMode : IDisposable
    {
        private readonly bool _before = Native.engine_grad_enabled();
        private bool _left;

        public GradMode(bool enabled) => Native.engine_set_grad_enabled(enabled);

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            Native.engine_set_grad_enabled(_before);
        }
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = Native.engine_inference_enter(enabled);

        public void Dispose()
        {
            var guard = Interlocked.Exchange(ref _guard, 0);
            if (guard != 0)
                Native.engine_inference_leave(guard);
        }
    }
}
