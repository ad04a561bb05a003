using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Common;

/// <summary>Networks that are only looked through.</summary>
internal static class FrozenModule
{
    /// <summary>Loads a network's weights, sets it to evaluation and its parameters to need no gradients; disposes it when that fails.</summary>
    /// <param name="module">The network.</param>
    /// <param name="load">Loads its weights.</param>
    public static TModule FrozenWith<TModule>(this TModule module, Action<TModule> load) where TModule : nn.Module
    {
        try
        {
            load(module);
            module.eval();
            foreach (var parameter in module.parameters())
                parameter.requires_grad = false;
            return module;
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }
}
