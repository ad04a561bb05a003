using TorchSharp.Interop;
using static TorchSharp.torch;

namespace VideoPoet.Torch.Gloo;

/// <summary>A collective over Gloo; it keeps its tensors from being collected.</summary>
internal sealed class GlooCollective(GlooProcessGroup group, nint work, Tensor[] tensors) : ICollective
{
    private nint _work = work;

    public bool IsDone => _work == 0 || Native.engine_work_is_done(_work);

    public void Wait()
    {
        ObjectDisposedException.ThrowIf(_work == 0, this);
        group.Wait(_work);
        GC.KeepAlive(tensors);
    }

    public void Dispose()
    {
        if (_work != 0)
            Native.engine_work_release(_work);
        _work = 0;
    }
}
