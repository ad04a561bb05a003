namespace VideoPoet.Engines.Tests.Tensors;

// Here a state of the wrong size, which ends the process over the package, is an exception.
public sealed partial class RandomTests
{
    [Test]
    public void A_state_of_another_size_is_refused() => Assert.That(() => set_rng_state(zeros(3, dtype: uint8)), Throws.Exception);
}
