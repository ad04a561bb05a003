using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Writes pickles instruction by instruction, as PyTorch does and as it never would.</summary>
internal sealed class PickleBuilder
{
    private readonly MemoryStream _bytes = new();

    /// <summary>A checkpoint of one tensor, called <c>a</c>, in the storage <c>0</c>.</summary>
    public static byte[] OneTensor(
        long elements = 6, long offset = 0, long[]? shape = null, long[]? strides = null, string storage = "FloatStorage", string key = "0") =>
        new PickleBuilder().Raw(0x80, 2).Op('}').Text("a").Tensor(elements, offset, shape ?? [2, 3], strides ?? [3, 1], storage, key).Op('s').End();

    public PickleBuilder Op(char instruction) => Raw((byte)instruction);

    public PickleBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public PickleBuilder Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        return Op('X').Raw(length).Raw(bytes);
    }

    public PickleBuilder Number(long number)
    {
        Span<byte> digits = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(digits, number);
        return Raw(0x8a, sizeof(long)).Raw(digits);
    }

    public PickleBuilder Global(string module, string name) => Op('c').Raw(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));

    public PickleBuilder Numbers(IEnumerable<long> numbers)
    {
        Op('(');
        foreach (var number in numbers)
            Number(number);
        return Op('t');
    }

    public PickleBuilder Tensor(long elements, long offset, long[] shape, long[] strides, string storage, string key) =>
        Global("torch._utils", "_rebuild_tensor_v2")
            .Op('(')
            .Op('(').Text("storage").Global("torch", storage).Text(key).Text("cpu").Number(elements).Op('t').Op('Q')
            .Number(offset).Numbers(shape).Numbers(strides).Raw(0x89).Global("collections", "OrderedDict").Op(')').Op('R')
            .Op('t').Op('R');

    public byte[] End() => Op('.')._bytes.ToArray();
}
