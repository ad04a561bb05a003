namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Where gradients are recorded and where not.</summary>
public sealed partial class GradientModeTests : ScopedTests
{
    [Test]
    public void Modes_nest_and_restore()
    {
        Assert.That(is_grad_enabled(), Is.True);
        using (no_grad())
        {
            Assert.That(is_grad_enabled(), Is.False);
            using (enable_grad())
            {
                Assert.That(is_grad_enabled(), Is.True);
                using (set_grad_enabled(false))
                    Assert.That(is_grad_enabled(), Is.False);
                Assert.That(is_grad_enabled(), Is.True);
            }
            Assert.That(is_grad_enabled(), Is.False);
        }
        Assert.That(is_grad_enabled(), Is.True);
    }

    [Test]
    public void Results_made_without_recording_need_no_gradient()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
            Assert.That((x * 2).requires_grad, Is.False);
        Assert.That((x * 2).requires_grad, Is.True);
    }

    [Test]
    public void Inference_tensors_cannot_be_recorded_later()
    {
        Tensor made;
        using (inference_mode())
        {
            Assert.That(is_inference_mode_enabled(), Is.True);
            made = ones(2);
            using (inference_mode(false))
                Assert.That(is_inference_mode_enabled(), Is.False);
        }

        Assert.Multiple(() =>
        {
            Assert.That(is_inference_mode_enabled(), Is.False);
            Assert.That(() => (ones(2, requires_grad: true) * made).sum().backward(), Throws.Exception.With.Message.Contains("nference"));
        });
    }

    [Test]
    public void A_mode_belongs_to_its_thread()
    {
        using (no_grad())
        {
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            Assert.That(elsewhere, Is.True);
        }
    }

    [Test]
    public void Detached_tensors_share_memory_and_no_history()
    {
        var x = ones(2, requires_grad: true);
        var y = x * 2;

        var cut = y.detach();
        cut.fill_(7);

        Assert.Multiple(() =>
        {
            Assert.That(cut.requires_grad, Is.False);
            Assert.That(y.data<float>().ToArray(), Is.EqualTo(new[] { 7f, 7 }));
            Assert.That(y.detach_().requires_grad, Is.False);
        });
    }

    [Test]
    public void An_inner_tensor_keeps_its_gradient_when_asked()
    {
        var x = ones(2, requires_grad: true);
        var y = x * 3;
        y.retain_grad();

        y.square().sum().backward();

        Assert.Multiple(() =>
        {
            Assert.That(y.grad!.data<float>().ToArray(), Is.EqualTo(new[] { 6f, 6 }));
            Assert.That(ones(1).requires_grad_().requires_grad, Is.True);
        });
    }
}
