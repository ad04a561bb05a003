namespace VideoPoet.Engines.Tests.Tensors;

// Here views are saved too, and a mistake is named with its figures.
public sealed partial class DataAccessTests
{
    [Test]
    public void A_saved_tensor_comes_back()
    {
        var saved = randn(2, 3, 4).transpose(0, 2);
        using var stream = new MemoryStream();
        saved.Save(stream);

        var loaded = Tensor.Load(new MemoryStream(stream.ToArray()));

        Assert.That(loaded.Equals(saved), Is.True);
    }

    [Test]
    public void Bytes_are_the_memory_itself()
    {
        var numbers = zeros(2, dtype: int32);

        numbers.bytes[4] = 7;
        var seen = numbers.data<int>().ToArray();
        numbers.bytes = new byte[] { 1, 0, 0, 0, 2, 0, 0, 0 };

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(new[] { 0, 7 }));
            Assert.That(numbers.data<int>().ToArray(), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(() => ones(2, 2).t().bytes.Length, Throws.InvalidOperationException.With.Message.Contains("contiguous"));
            Assert.That(() => numbers.bytes = new byte[3], Throws.ArgumentException.With.Message.Contains("8").And.Message.Contains("3"));
        });
    }

    [Test]
    public void Elements_of_another_type_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => ones(1).data<double>(), Throws.ArgumentException.With.Message.Contains("Float32").And.Message.Contains("Double"));
        Assert.That(() => ones(1).item<int>(), Throws.ArgumentException);
        Assert.That(() => ones(2).item<float>(), Throws.ArgumentException.With.Message.Contains("2"));
        Assert.That(() => ones(2).ReadCpuInt32(0), Throws.ArgumentException);
        Assert.That(() => ones(2).ReadCpuSingle(2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ones(2, 3).data<float>()[0, 3], Throws.InstanceOf<IndexOutOfRangeException>());
    });
}
