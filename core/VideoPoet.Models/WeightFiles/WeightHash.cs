using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Tells networks apart by everything that they compute with.</summary>
internal static class WeightHash
{
    /// <summary>A SHA-256 over a description and the name, type, shape and values of every parameter and persistent buffer.</summary>
    /// <param name="description">What the weights do not show, such as sizes that only the code reads.</param>
    /// <param name="network">The network.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(string description, nn.Module network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{description}\n");
        foreach (var (name, parameter) in network.named_parameters())
            AppendTensor(name, parameter);
        foreach (var (name, buffer) in network.named_buffers(include_nonpersistent: false))
            AppendTensor(name, buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void AppendTensor(string name, Tensor tensor)
        {
            using var scope = NewDisposeScope();
            Append($"{name} {tensor.dtype} [{string.Join(", ", tensor.shape)}]\n");
            hash.AppendData(tensor.detach().cpu().contiguous().bytes);
        }

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
