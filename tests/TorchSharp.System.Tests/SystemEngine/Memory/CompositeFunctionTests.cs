namespace VideoPoet.Engines.Tests.Memory;

/// <summary>What functions leave behind; the package leaves some of their intermediate tensors to the scope.</summary>
public sealed class CompositeFunctionTests
{
    [Test]
    public void Functions_made_of_several_operators_dispose_what_they_make_on_the_way()
    {
        using var scope = NewDisposeScope();
        var x = rand(3, 3) + 1;
        var before = scope.DisposablesCount;

        Tensor[] results =
        [
            x.tensordot(x, 1), x.take_along_dim([0L, 4]), x.unique().output, x.histc(4), 1 / x, x.to(float64), x.T, x.H,
        ];

        Assert.That(scope.DisposablesCount - before, Is.EqualTo(results.Length));
    }
}
