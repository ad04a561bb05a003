namespace VideoPoet.Engines.Tests.Tensors;

// Here the rounding mode counts, and a missing operand or a number that does not fit, which ends the process over the package, is an exception.
public sealed partial class OperatorTests
{
    [Test]
    public void Division_rounds_as_it_is_told()
    {
        var x = tensor(new[] { 7f, -7 });

        Assert.Multiple(() =>
        {
            Assert.That(Elements(x.div(2)), Is.EqualTo(new[] { 3.5f, -3.5f }));
            Assert.That(Elements(x.div(2, RoundingMode.floor)), Is.EqualTo(new[] { 3f, -4 }));
            Assert.That(Elements(div(x, tensor(2f), RoundingMode.trunc)), Is.EqualTo(new[] { 3f, -3 }));
        });
    }

    [Test]
    public void A_missing_operand_is_named() =>
        Assert.That(() => ones(2) * (Tensor)null!, Throws.ArgumentNullException.With.Message.Contains("other"));

    [Test]
    public void A_number_that_does_not_fit_is_refused() => Assert.That(() => (byte)tensor(300), Throws.InstanceOf<OverflowException>());
}
