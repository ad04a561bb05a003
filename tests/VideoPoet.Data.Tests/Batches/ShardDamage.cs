using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoPoet.Tests.Batches;

/// <summary>Damages tensors of shards without making the files unreadable.</summary>
internal static class ShardDamage
{
    /// <summary>Replaces a tensor's values by ones that it never has.</summary>
    public static void Of(string shard, string tensor)
    {
        using var stream = new FileStream(shard, FileMode.Open, FileAccess.ReadWrite);
        var length = new byte[8];
        stream.ReadExactly(length);
        var header = new byte[MemoryMarshal.Read<long>(length)];
        stream.ReadExactly(header);
        using var json = JsonDocument.Parse(header);
        var offsets = json.RootElement.GetProperty(tensor).GetProperty("data_offsets");
        var (first, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        stream.Position = 8 + header.Length + first;
        stream.Write([.. Enumerable.Repeat((byte)0x7f, (int)(end - first))]);
    }
}
