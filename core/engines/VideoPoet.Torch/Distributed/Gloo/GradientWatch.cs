using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace VideoPoet.Torch.Gloo;

/// <summary>Calls back whenever a backward pass has added to the gradient of a leaf. An exception of the callback is thrown by the pass.</summary>
internal sealed unsafe class GradientWatch : IDisposable
{
    private readonly Action _ready;
    private GCHandle _self;
    private nint _hook;

    public GradientWatch(Tensor tensor, Action ready)
    {
        _ready = ready;
        _self = GCHandle.Alloc(this);
        nint hook;
        var code = Native.engine_gradient_hook_add(tensor.Handle, &Ready, (void*)GCHandle.ToIntPtr(_self), &hook);
        if (code < 0)
            _self.Free();
        NativeError.Check(code, "watching a gradient");
        _hook = hook;
    }

    public void Dispose()
    {
        if (_hook == 0)
            return;
        Native.engine_gradient_hook_remove(_hook);
        _hook = 0;
        _self.Free();
    }

    [UnmanagedCallersOnly]
    private static int Ready(void* context)
    {
        try
        {
            ((GradientWatch)GCHandle.FromIntPtr((nint)context).Target!)._ready();
            return 0;
        }
        catch (Exception exception)
        {
            ManagedCallbacks.Fail(exception);
            return -1;
        }
    }
}
