using System.Buffers.Binary;
using System.Text;
using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Files to read and ways to compare what was read.</summary>
internal static class Samples
{
    /// <summary>A file that PyTorch wrote, or its tensors written by hand.</summary>
    public static string Reference(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "WeightFiles", "Reference", name);

    /// <summary>A safetensors file of a header as it stands and data that counts up from 0.</summary>
    public static byte[] Safetensors(string header, int dataBytes)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[sizeof(long) + text.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, sizeof(long));
        for (var i = 0; i < dataBytes; i++)
            bytes[sizeof(long) + text.Length + i] = (byte)i;
        return bytes;
    }

    /// <summary>Every tensor of a file equals, to the bit, that of the same name among the expected ones, and there are no others.</summary>
    public static void AssertEqual(IWeightFile actual, SafetensorsFile expected, string prefix = "")
    {
        Assert.That(actual.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]),
            Is.EquivalentTo(expected.Names));
        foreach (var name in expected.Names)
        {
            using var scope = NewDisposeScope();
            var (found, wanted) = (actual.Read(prefix + name), expected.Read(name));
            Assert.Multiple(() =>
            {
                Assert.That(found.dtype, Is.EqualTo(wanted.dtype), name);
                Assert.That(actual.Tensors[prefix + name].Type, Is.EqualTo(wanted.dtype), name);
                Assert.That(found.shape, Is.EqualTo(wanted.shape), name);
                Assert.That(actual.Tensors[prefix + name].Shape, Is.EqualTo(wanted.shape), name);
                Assert.That(found.contiguous().bytes.SequenceEqual(wanted.bytes), Is.True, name);
            });
        }
    }
}
