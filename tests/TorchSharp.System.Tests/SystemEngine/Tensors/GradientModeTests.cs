namespace VideoPoet.Engines.Tests.Tensors;

// Here a second disposal changes nothing.
public sealed partial class GradientModeTests
{
    [Test]
    public void A_mode_is_restored_once()
    {
        var mode = no_grad();
        mode.Dispose();
        using (no_grad())
        {
            mode.Dispose();
            Assert.That(is_grad_enabled(), Is.False);
        }
    }
}
