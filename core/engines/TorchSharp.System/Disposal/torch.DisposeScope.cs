namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope on this thread that disposes, when it is disposed, every tensor made since and not moved out.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Open();
}
