using TorchSharp.Modules;
using VideoPoet.Torch;
using VideoPoet.Training.Distributed;

namespace VideoPoet.Training.Tests.Distributed;

public sealed class ParameterSharesTests
{
    [TestCase(2, new long[] { 100, 100 })]
    [TestCase(3, new long[] { 90, 60, 50 })]
    [TestCase(6, new long[] { 90, 50, 30, 20, 10, 0 })]
    public void Every_parameter_belongs_to_one_process_and_shares_are_about_equal(int processes, long[] expected)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [.. new long[] { 10, 90, 20, 50, 30 }.Select(size => new Parameter(zeros(size)))];
        var shares = new ParameterShares(parameters, processes);
        var owned = Enumerable.Range(0, processes).Select(shares.Of).ToArray();

        Assert.That(owned.Select(share => share.Sum(parameter => parameter.numel())), Is.EquivalentTo(expected));
        Assert.That(owned.SelectMany(share => share).Select(parameter => parameter.Handle), Is.EquivalentTo(parameters.Select(one => one.Handle)));
    }
}
