namespace VideoPoet.Engines.Tests.Tensors;

// Here numbers leave nothing behind and keep their type, the function div rounds as its method does, and a missing operand or a number that
// does not fit, which ends the process over the package, is an exception.
public sealed partial class OperatorTests
{
    [Test]
    public void The_function_of_division_rounds_as_it_is_told() =>
        Assert.That(Elements(div(tensor(new[] { 7f, -7 }), tensor(2f), RoundingMode.trunc)), Is.EqualTo(new[] { 3f, -3 }));

    [Test]
    public void A_missing_operand_is_named() =>
        Assert.That(() => ones(2) * (Tensor)null!, Throws.ArgumentNullException.With.Message.Contains("other"));

    [Test]
    public void A_number_that_does_not_fit_is_refused() => Assert.That(() => (byte)tensor(300), Throws.InstanceOf<OverflowException>());

    [Test]
    public void A_scalar_keeps_the_type_of_its_tensor() => Assert.That(tensor(2.5f).ToScalar().Type, Is.EqualTo(float32));

    [Test]
    public void Results_over_numbers_leave_nothing_behind()
    {
        var x = ones(3);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (1 / x)
        using (1 - x)
            Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before + 2));
    }
}
