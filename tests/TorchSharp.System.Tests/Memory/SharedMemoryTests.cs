using System.Runtime.CompilerServices;
using VideoPoet.Engines.Tests.Tensors;

namespace VideoPoet.Engines.Tests.Memory;

/// <summary>Who copies and who shares.</summary>
public sealed class SharedMemoryTests : ScopedTests
{
    [Test]
    public void A_buffer_is_shared_both_ways()
    {
        var array = new[] { 1f, 2, 3, 4 };
        var part = frombuffer(array, float32, count: 2, offset: 1);

        part.mul_(10);
        array[2] = -1;

        Assert.Multiple(() =>
        {
            Assert.That(array, Is.EqualTo(new[] { 1f, 20, -1, 4 }));
            Assert.That(part.data<float>().ToArray(), Is.EqualTo(new[] { 20f, -1 }));
        });
    }

    [Test]
    public void An_array_of_any_rank_is_shared()
    {
        var array = new[,] { { 1, 2 }, { 3, 4 } };
        var shared = from_array(array);

        shared[1, 0] = 30;

        Assert.Multiple(() =>
        {
            Assert.That(array[1, 0], Is.EqualTo(30));
            Assert.That(shared.shape, Is.EqualTo(new[] { 2L, 2 }));
            Assert.That(from_array(new[] { true, false }).dtype, Is.EqualTo(@bool));
            Assert.That(from_array(new[] { (Half)2 }).item<Half>(), Is.EqualTo((Half)2));
        });
    }

    [Test]
    public void As_tensor_shares_and_tensor_copies()
    {
        var array = new[] { 1L, 2 };
        var shared = as_tensor(array);
        var copied = tensor(array);

        array[0] = 9;

        Assert.Multiple(() =>
        {
            Assert.That(shared[0].item<long>(), Is.EqualTo(9));
            Assert.That(copied[0].item<long>(), Is.EqualTo(1));
        });
    }

    [Test]
    public void Another_type_is_a_copy()
    {
        var array = new[] { 1f, 2 };

        var converted = from_array(array, int64);
        array[0] = 9;

        Assert.That(converted.data<long>().ToArray(), Is.EqualTo(new[] { 1L, 2 }));
    }

    [Test]
    public void A_shared_array_stays_where_it_is_until_the_last_view_goes()
    {
        var (view, array) = Share();

        Collect();
        Assert.That(array.IsAlive, Is.True);
        Assert.That(view.data<float>().ToArray(), Is.EqualTo(new[] { 3f, 4 }));

        view.Dispose();
        Collect();
        Assert.That(array.IsAlive, Is.False);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Tensor View, WeakReference Array) Share()
        {
            var array = new[] { 1f, 2, 3, 4 };
            using var whole = from_array(array);
            return (whole[2..], new WeakReference(array));
        }

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
    }

    [Test]
    public void Views_share_and_clones_do_not()
    {
        var x = zeros(2, 3);

        x.view(6)[0] = 1f;
        x.clone().fill_(9);
        x.alias().narrow(1, 2, 1).fill_(2);

        Assert.That(x.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 0, 2, 0, 0, 2 }));
    }

    [Test]
    public void A_conversion_to_the_same_type_is_not_a_copy_unless_asked()
    {
        var x = zeros(2);

        x.to(float32).fill_(1);
        x.to(float32, copy: true).fill_(2);
        x.to(CPU).add_(1);

        Assert.That(x.data<float>().ToArray(), Is.EqualTo(new[] { 2f, 2 }));
    }

    [Test]
    public void A_conversion_can_dispose_its_source()
    {
        var source = ones(2);

        var converted = source.to(int64, disposeAfter: true);

        Assert.Multiple(() =>
        {
            Assert.That(source.IsInvalid, Is.True);
            Assert.That(converted.data<long>().ToArray(), Is.EqualTo(new[] { 1L, 1 }));
        });
    }

    [Test]
    public void Parts_outside_a_buffer_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => frombuffer(new float[2], float32, offset: 2), Throws.ArgumentException.With.Message.Contains("2"));
        Assert.That(() => frombuffer(new float[2], float32, count: 3), Throws.InstanceOf<IndexOutOfRangeException>().With.Message.Contains("3"));
        Assert.That(() => from_array(new[] { "text" }), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("String"));
    });
}
