namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Tests whose tensors go when they end.</summary>
public abstract class ScopedTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Open_a_scope() => _scope = NewDisposeScope();

    [TearDown]
    public void Close_the_scope() => _scope.Dispose();
}
