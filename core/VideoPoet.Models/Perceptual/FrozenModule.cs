using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>Networks that are only looked through.</summary>
internal static class FrozenModule
{
    /// <summary>Sets a network to evaluation and its parameters to need no gradients.</summary>
    public static TModule Frozen<TModule>(this TModule module) where TModule : nn.Module
    {
        module.eval();
        foreach (var parameter in module.parameters())
            parameter.requires_grad = false;
        return module;
    }
}
