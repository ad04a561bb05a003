using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>What attention does beside its formula, in both of its ways: short sequences as a whole, long ones in blocks.</summary>
public sealed class AttentionTests
{
    private const int Short = 6;
    private const int Long = 1100;

    [TestCase(Short)]
    [TestCase(Long)]
    public void A_query_whose_keys_are_all_masked_gives_zeros_and_no_gradient(int length)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = (Input(length), Input(length), Input(length));
        var mask = ones([length, length], ScalarType.Bool);
        mask[3] = tensor(false);

        var output = F.scaled_dot_product_attention(query, key, value, mask);
        output.sum().backward();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output[0, 0, 3].count_nonzero().item<long>(), Is.Zero);
            Assert.That(query.grad!.isfinite().all().item<bool>(), Is.True);
            Assert.That(query.grad![0, 0, 3].count_nonzero().item<long>(), Is.Zero);
            Assert.That(query.grad![0, 0, 4].count_nonzero().item<long>(), Is.Positive);
        }
    }

    [TestCase(Short)]
    [TestCase(Long)]
    public void Causal_attention_ignores_what_comes_later(int length)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = (Input(length).detach(), Input(length).detach(), Input(length).detach());
        var before = F.scaled_dot_product_attention(query, key, value, is_casual: true);
        var half = length / 2;
        key[TensorIndex.Ellipsis, TensorIndex.Slice(half), TensorIndex.Colon] = tensor(5f);

        var after = F.scaled_dot_product_attention(query, key, value, is_casual: true);

        Assert.That(before.narrow(2, 0, half).allclose(after.narrow(2, 0, half)), Is.True);
        Assert.That(before.narrow(2, half, length - half).allclose(after.narrow(2, half, length - half)), Is.False);
    }

    [TestCase(Short)]
    [TestCase(Long)]
    public void A_seed_reproduces_dropped_weights(int length)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = (Input(length), Input(length), Input(length));
        Tensor Seeded(int seed)
        {
            manual_seed(seed);
            return F.scaled_dot_product_attention(query, key, value, p: 0.5);
        }

        Assert.That(Seeded(1).allclose(Seeded(1)), Is.True);
        Assert.That(Seeded(1).allclose(Seeded(2)), Is.False);
    }

    [Test]
    public void The_backward_pass_of_long_sequences_drops_the_same_weights_as_the_forward_pass()
    {
        using var scope = NewDisposeScope();
        var (query, key) = (Input(Long), Input(Long));
        var value = Input(Long);

        var output = F.scaled_dot_product_attention(query, key, value, p: 0.5, is_casual: true);
        var direction = randn_like(output);
        output.backward([direction]);

        // The output is linear in the values.
        var slope = (value.grad! * value).sum().item<float>();
        Assert.That(slope, Is.EqualTo((output * direction).sum().item<float>()).Within(0.01).Percent);
    }

    [TestCase(Short)]
    [TestCase(Long)]
    public void Masks_are_broadcast_and_learn(int length)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = (Input(length), Input(length), Input(length));
        var bias = randn(2, 1, length).requires_grad_();

        var output = F.scaled_dot_product_attention(query, key, value, bias);
        var direction = randn_like(output);
        output.backward([direction]);
        var gradient = bias.grad!.clone();
        bias.grad = null;
        var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]) + bias;
        scores.softmax(-1).matmul(value).backward([direction]);

        // Sums over up to 1,100 rows in single precision.
        Assert.That(gradient.allclose(bias.grad!, 1e-3, 1e-4), Is.True);
    }

    [TestCase(Short)]
    [TestCase(Long)]
    public void Nothing_is_left_behind(int length)
    {
        using var query = Input(length);
        void Run()
        {
            using var output = F.scaled_dot_product_attention(query, query, query, is_casual: true);
            output.backward([output]);
            query.grad = null;
        }
        Run();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Run();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Shapes_that_do_not_fit_and_two_masks_at_once_are_refused()
    {
        using var scope = NewDisposeScope();
        var input = Input(Short);
        var mask = ones([Short, Short], ScalarType.Bool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => F.scaled_dot_product_attention(input, ones(1, 2, Short, 5), input), Throws.Exception);
            Assert.That(() => F.scaled_dot_product_attention(input, input, input, mask, is_casual: true), Throws.Exception);
        }
    }

    private static Tensor Input(int length) => randn(1, 2, length, 8).requires_grad_();
}
