using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>A hash of everything in a shard, by which damage is found.</summary>
internal static class ShardChecksum
{
    /// <summary>The SHA-256 of tensors and texts, whatever their order.</summary>
    /// <param name="names">The names of the tensors.</param>
    /// <param name="read">Gives a tensor, which this disposes.</param>
    /// <param name="texts">The texts; the checksum itself does not count.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(IEnumerable<string> names, Func<string, Tensor> read, IReadOnlyDictionary<string, string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, text) in texts.Where(entry => entry.Key != ShardNames.Checksum).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Append($"{key} {text.Length} {text}\n");
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var tensor = read(name);
            Append($"{name} {tensor.dtype} [{string.Join(", ", tensor.shape)}]\n");
            hash.AppendData(tensor.bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
