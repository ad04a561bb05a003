using TorchSharp.Modules;
using VideoPoet.Torch;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Distributed;

/// <summary>Sums of gradients over processes, for which threads stand here.</summary>
public sealed class GradientExchangeTests
{
    [Test]
    public async Task All_but_the_last_buckets_are_under_way_before_the_pass_ends()
    {
        var results = await TogetherAsync(1, (exchange, layers, rank) =>
        {
            exchange.BeginWithNextPass();
            Pass(layers, rank + 1);
            exchange.Complete();
            return (exchange.BegunDuringPass, exchange.Buckets, layers.parameters().Select(Sum).ToArray());
        });

        foreach (var (begun, buckets, gradients) in results)
        {
            Assert.That((begun, buckets), Is.EqualTo((2, 2)));
            Assert.That(gradients, Is.EqualTo([81, 81]), "27 in one process and twice that in the other");
        }
    }

    [Test]
    public async Task Without_a_word_before_the_pass_the_sums_are_the_same()
    {
        var results = await TogetherAsync(1, (exchange, layers, rank) =>
        {
            Pass(layers, rank + 1);
            exchange.Complete();
            return (exchange.BegunDuringPass, layers.parameters().Select(Sum).ToArray());
        });

        foreach (var (begun, gradients) in results)
        {
            Assert.That(begun, Is.Zero);
            Assert.That(gradients, Is.EqualTo([81, 81]));
        }
    }

    [Test]
    public async Task What_a_second_pass_adds_after_a_bucket_was_sent_is_not_lost()
    {
        var results = await TogetherAsync(1, (exchange, layers, rank) =>
        {
            exchange.BeginWithNextPass();
            Pass(layers, 1);
            if (rank == 1)
                Pass(layers, 1);
            exchange.Complete();
            return layers.parameters().Select(Sum).ToArray();
        });

        Assert.That(results, Is.All.EqualTo(new[] { 81.0, 81.0 }));
    }

    [Test]
    public async Task A_gradient_of_one_process_reaches_all_and_one_of_none_stays_absent()
    {
        var results = await TogetherAsync(25 << 20, (exchange, layers, rank) =>
        {
            if (rank == 1)
                ((Linear)layers[1]).weight.sum().backward();
            exchange.BeginWithNextPass();
            exchange.Complete();
            return layers.parameters().Select(parameter => parameter.grad is null ? double.NaN : Sum(parameter)).ToArray();
        });

        Assert.That(results, Is.All.EqualTo(new[] { double.NaN, 9 }));
    }

    [Test]
    public async Task Steps_leave_no_tensors_behind()
    {
        var results = await TogetherAsync(1, (exchange, layers, rank) =>
        {
            var living = new List<long>();
            for (var step = 0; step < 5; step++)
            {
                using (NewDisposeScope())
                {
                    exchange.BeginWithNextPass();
                    Pass(layers, 1);
                    exchange.Complete();
                }
                living.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            }
            return living[^1] - living[1];
        });

        Assert.That(results, Is.All.Zero);
    }

    // The gradients of the sum of all outputs for inputs of ones, times a factor, with weights of ones.
    private static void Pass(Sequential layers, double factor) => (layers.call(ones(1, 3)).sum() * factor).backward();

    private static double Sum(Parameter parameter)
    {
        using var gradient = parameter.grad!;
        return gradient.sum().ToDouble();
    }

    private static async Task<T[]> TogetherAsync<T>(long bucketBytes, Func<GradientExchange, Sequential, int, T> body)
    {
        var groups = await SharedRun.PairAsync();
        try
        {
            return await Task.WhenAll(groups.Select(group => Task.Factory.StartNew(() => Alone(group), TaskCreationOptions.LongRunning)));
        }
        finally
        {
            foreach (var group in groups.Reverse())
                group.Dispose();
        }

        T Alone(IProcessGroup group)
        {
            using var scope = NewDisposeScope();
            using var layers = nn.Sequential(nn.Linear(3, 3, hasBias: false), nn.Linear(3, 3, hasBias: false));
            foreach (var parameter in layers.parameters())
                nn.init.ones_(parameter);
            using var exchange = new GradientExchange(new(group, new() { BucketBytes = bucketBytes }), [.. layers.parameters()]);
            return body(exchange, layers, group.Rank);
        }
    }
}
