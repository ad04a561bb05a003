namespace VideoPoet.Engines.Tests.Parity;

/// <summary>That nothing which PyTorch was asked is left out; over the package, some of it is.</summary>
public sealed class CompletenessTests
{
    [Test]
    public void Every_reference_has_a_case() => Assert.That(ReferenceFile.Names, Is.SubsetOf(AllCases.ByName.Keys));
}
