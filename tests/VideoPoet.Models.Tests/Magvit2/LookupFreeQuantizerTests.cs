using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class LookupFreeQuantizerTests
{
    [Test]
    public void The_first_channel_is_the_lowest_bit_and_zero_is_no_bit()
    {
        using var scope = NewDisposeScope();
        var quantizer = new LookupFreeQuantizer(4);
        var latents = tensor(new[,] { { 0.1f, -3, 0, 2 }, { -1, 1e-9f, 5, -0.1f } }).unsqueeze(-1);

        Assert.That(quantizer.ToIds(latents).data<long>().ToArray(), Is.EqualTo(new[] { 0b1001, 0b0110 }));
        Assert.That(quantizer.Quantize(latents).data<float>().ToArray(), Is.EqualTo(new[] { 1, -1, -1, 1, -1, 1, 1, -1 }));
    }

    [Test]
    public void Every_id_of_eighteen_bits_becomes_its_code_and_itself_again()
    {
        using var scope = NewDisposeScope();
        var quantizer = new LookupFreeQuantizer(18);
        var ids = arange(quantizer.Codes, dtype: ScalarType.Int64).view(1, -1);

        var codes = quantizer.FromIds(ids);

        Assert.That(codes.shape, Is.EqualTo(new long[] { 1, 18, 262_144 }));
        Assert.That(codes.abs().eq(1).all().ToBoolean(), Is.True);
        Assert.That(quantizer.ToIds(codes).Equals(ids), Is.True);
    }

    [TestCase(-1)]
    [TestCase(16)]
    public void An_id_that_is_not_one_is_refused(long id)
    {
        using var ids = full([1, 1], id, ScalarType.Int64);

        Assert.That(
            () => new LookupFreeQuantizer(4).FromIds(ids),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains($"from 0 to 15, found {id} to {id}"));
    }

    [Test]
    public void Codes_are_exact_and_their_gradient_goes_to_the_latents_unchanged()
    {
        using var scope = NewDisposeScope();
        var latents = rand(1, 6, 3).sub(0.5).requires_grad_();
        var weights = rand(1, 6, 3);

        var codes = new LookupFreeQuantizer(6).Quantize(latents);
        codes.mul(weights).sum().backward();

        Assert.That(codes.abs().eq(1).all().ToBoolean(), Is.True);
        Assert.That(latents.grad!.Equals(weights), Is.True);
    }

    [TestCase(0)]
    [TestCase(63)]
    public void A_code_has_one_to_sixty_two_bits(int bits) =>
        Assert.That(() => new LookupFreeQuantizer(bits), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Factors_are_the_low_and_the_high_half_of_an_id()
    {
        using var scope = NewDisposeScope();
        var factors = new TokenFactors(18);
        var ids = tensor(new long[] { 0, 511, 512, 262_143, 5 + 512 * 7 });

        var (low, high) = factors.Split(ids);

        Assert.That(factors.Codes, Is.EqualTo(512));
        Assert.That(low.data<long>().ToArray(), Is.EqualTo(new[] { 0, 511, 0, 511, 5 }));
        Assert.That(high.data<long>().ToArray(), Is.EqualTo(new[] { 0, 0, 1, 511, 7 }));
        Assert.That(factors.Join(low, high).Equals(ids), Is.True);
    }

    [Test]
    public void An_odd_number_of_bits_has_no_halves() =>
        Assert.That(() => new TokenFactors(13), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("even number"));
}
