using System.Runtime.InteropServices;

namespace VideoPoet.Torch.Tests;

public sealed unsafe class TorchRuntimeTests
{
    private static ITorchRuntime Runtime => TorchRuntime.Current;

    [Test]
    public void Matrix_products_inside_autocast_are_in_the_shorter_type_and_outside_are_not()
    {
        using var scope = NewDisposeScope();
        var matrix = randn(4, 4);
        ScalarType inside, nested, afterwards;
        using (Runtime.Autocast(DeviceType.CPU))
        {
            inside = matrix.mm(matrix).dtype;
            using (Runtime.Autocast(DeviceType.CPU, enabled: false))
                nested = matrix.mm(matrix).dtype;
            afterwards = matrix.mm(matrix).dtype;
        }

        Assert.That((inside, nested, afterwards, matrix.mm(matrix).dtype), Is.EqualTo((bfloat16, float32, bfloat16, float32)));
    }

    [Test]
    public void Autocast_leaves_weights_and_gradients_in_full_precision()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(8, 8);
        using (Runtime.Autocast(DeviceType.CPU))
            layer.call(randn(2, 8)).@float().sum().backward();

        Assert.That((layer.weight.dtype, layer.weight.grad!.dtype), Is.EqualTo((float32, float32)));
    }

    [Test]
    public void Autocast_belongs_to_its_thread()
    {
        using var region = Runtime.Autocast(DeviceType.CPU);
        ScalarType? elsewhere = float64;
        var thread = new Thread(() => elsewhere = Runtime.AutocastType(DeviceType.CPU));
        thread.Start();
        thread.Join();

        Assert.That((Runtime.AutocastType(DeviceType.CPU), elsewhere), Is.EqualTo(((ScalarType?)bfloat16, (ScalarType?)null)));
    }

    [Test]
    public void Autocast_refuses_what_it_cannot_do() => Assert.Multiple(() =>
    {
        Assert.That(() => Runtime.Autocast(DeviceType.CPU, float16), Throws.ArgumentException.With.Message.Contains("Float16"));
        Assert.That(() => Runtime.Autocast(DeviceType.META), Throws.ArgumentException.With.Message.Contains("META"));
    });

    [Test]
    public void The_number_of_threads_can_be_set()
    {
        var before = Runtime.Threads;
        try
        {
            Runtime.Threads = 1;
            Assert.That(Runtime.Threads, Is.EqualTo(1));
        }
        finally
        {
            Runtime.Threads = before;
        }
        Assert.That(() => Runtime.Threads = 0, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_tensor_over_foreign_memory_shares_it_and_releases_it_once()
    {
        var memory = (float*)NativeMemory.AllocZeroed(6, sizeof(float));
        var released = 0;
        using (NewDisposeScope())
        {
            var tensor = Runtime.FromMemory(memory, [2, 3], float32, () => released++);
            memory[4] = 7;
            tensor[0, 0] = 5;
            Assert.That((tensor[1, 1].ToSingle(), memory[0]), Is.EqualTo((7f, 5f)));
            tensor.view(6);
            tensor.Dispose();
            Assert.That(released, Is.Zero, "a view still uses the memory");
        }
        Assert.That(released, Is.EqualTo(1));
        NativeMemory.Free(memory);
    }

    [Test]
    public void The_engine_says_what_it_is() => Assert.That(Runtime.Description, Does.Contain("libtorch"));
}
