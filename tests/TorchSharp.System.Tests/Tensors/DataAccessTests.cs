namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Reading and writing elements from .NET.</summary>
public sealed partial class DataAccessTests : ScopedTests
{
    [Test]
    public void An_accessor_follows_the_strides()
    {
        var transposed = arange(6).reshape(2, 3).t();
        var elements = transposed.data<long>();

        Assert.Multiple(() =>
        {
            Assert.That(elements.ToArray(), Is.EqualTo(new[] { 0L, 3, 1, 4, 2, 5 }));
            Assert.That(elements.ToNDArray(), Is.EqualTo(new[,] { { 0L, 3 }, { 1, 4 }, { 2, 5 } }));
            Assert.That(elements[2, 1], Is.EqualTo(5));
            Assert.That(elements[3], Is.EqualTo(4));
            Assert.That(elements.Count, Is.EqualTo(6));
            Assert.That(elements, Is.EqualTo(elements.ToArray()));
        });
    }

    [Test]
    public void An_accessor_writes_through()
    {
        var matrix = zeros(2, 2);
        var elements = matrix.t().data<float>();

        elements[0, 1] = 5;
        elements.CopyFrom(new[] { 7f, 8 }, tensorIndex: 2);

        Assert.That(matrix.data<float>().ToArray(), Is.EqualTo(new[] { 0f, 7, 5, 8 }));
    }

    [Test]
    public void Copies_start_and_stop_where_they_are_told()
    {
        var target = new long[4];

        arange(10).data<long>().CopyTo(target, arrayIndex: 1, tensorIndex: 8);

        Assert.That(target, Is.EqualTo(new[] { 0L, 8, 9, 0 }));
    }

    [Test]
    public void Single_elements_are_read_in_row_major_order()
    {
        var transposed = arange(6, dtype: float64).reshape(2, 3).t();

        Assert.Multiple(() =>
        {
            Assert.That(transposed.ReadCpuDouble(3), Is.EqualTo(4));
            Assert.That(ones(2, dtype: float16).ReadCpuFloat16(1), Is.EqualTo(1));
            Assert.That(ones(2, dtype: bfloat16).ReadCpuBFloat16(1), Is.EqualTo(1));
            Assert.That(tensor(new[] { true }).ReadCpuBool(0), Is.True);
        });
    }

    [Test]
    public void Streams_carry_the_memory([Values(1, 7, 1024)] int bufferSize)
    {
        var source = randn(5, 3);
        var target = zeros(5, 3);
        using var stream = new MemoryStream();

        source.WriteBytesToStream(stream, bufferSize);
        stream.Position = 0;
        target.ReadBytesFromStream(stream, bufferSize);

        Assert.Multiple(() =>
        {
            Assert.That(target.Equals(source), Is.True);
            Assert.That(stream.Length, Is.EqualTo(60));
            Assert.That(() => target.ReadBytesFromStream(new MemoryStream(new byte[59])), Throws.InstanceOf<EndOfStreamException>());
        });
    }

    [Test]
    public void Lists_nest_as_the_dimensions_do()
    {
        var list = (System.Collections.ArrayList)tensor(new[,] { { 1, 2 }, { 3, 4 } }).tolist();

        Assert.That(((Scalar)((System.Collections.ArrayList)list[1]!)[0]!).ToInt32(), Is.EqualTo(3));
    }
}
