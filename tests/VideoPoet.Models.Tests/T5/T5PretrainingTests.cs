using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5.Reference;

namespace VideoPoet.Models.Tests.T5;

/// <summary>Training of an encoder, beside an independent computation in PyTorch.</summary>
public sealed class T5PretrainingTests
{
    private const double Tolerance = 1e-4;

    [Test]
    public void The_loss_and_its_gradients_are_those_of_the_published_formulas()
    {
        using var scope = NewDisposeScope();
        using var reference = new ReferenceTensors("network.safetensors");
        using var network = new T5Pretraining(Samples.Plain);
        using (no_grad())
            foreach (var (name, value) in network.named_parameters())
                value.copy_(reference.Read($"pretraining/weight/{Published(name)}"));
        var texts = Rows(reference, "inputs").Zip(Rows(reference, "targets"), (inputs, targets) => new CorruptedText(inputs, targets));
        using var batch = CorruptedBatch.Of([.. texts]);

        var loss = network.call(batch);
        loss.backward();

        Assert.That(loss.ToDouble(), Is.EqualTo(reference.Read("pretraining/loss").ToDouble()).Within(Tolerance));
        foreach (var (name, value) in network.named_parameters())
        {
            var difference = (value.grad! - reference.Read($"pretraining/gradient/{Published(name)}")).abs().max().ToDouble();
            Assert.That(difference, Is.LessThan(Tolerance), name);
        }
    }

    [Test]
    public void The_encoder_learns_to_say_what_is_missing()
    {
        using var generator = new Generator(7);
        using var network = new T5Pretraining(Samples.Sizes(32, 2, 2, 16, 64, 40, gated: true), generator);
        using var optimiser = optim.Adam(network.parameters(), lr: 1e-2);
        var corruption = new SpanCorruption(vocabulary: 40, pieces: 32, endId: 1) { Density = 0.3 };
        var random = new Random(7);

        var first = Step();
        for (var step = 0; step < 60; step++)
            Step();
        var last = Enumerable.Range(0, 5).Average(_ => Step());

        TestContext.Out.WriteLine($"from {first:f2} to {last:f2} nats");
        // Texts count upwards. Of the five targets, sentinel, three ids and end, the decoder alone can guess all but the first id; that one costs it
        // about ln 25 / 5 = 0.64, and what is below that comes from the encoder.
        Assert.That(first, Is.GreaterThan(3));
        Assert.That(last, Is.LessThan(0.5));

        double Step()
        {
            using var scope = NewDisposeScope();
            var texts = Enumerable.Range(0, 16).Select(_ => Count(random.Next(2, 22)));
            using var batch = CorruptedBatch.Of([.. texts.Select(text => corruption.Corrupt(text, random))]);
            optimiser.zero_grad();
            var loss = network.call(batch);
            loss.backward();
            optimiser.step();
            return loss.ToDouble();
        }

        static int[] Count(int start) => [.. Enumerable.Range(start, 10)];
    }

    // The published names have no level above the encoder.
    private static string Published(string name) => name.StartsWith("encoder.", StringComparison.Ordinal) ? name["encoder.".Length..] : name;

    // The rows without what fills them up.
    private static IEnumerable<int[]> Rows(ReferenceTensors reference, string name)
    {
        var numbers = reference.Numbers<long>($"pretraining/{name}");
        return numbers.Chunk(numbers.Length / 2).Select(row => row[..(Array.FindLastIndex(row, id => id is not (0 or -100)) + 1)])
            .Select(row => Array.ConvertAll(row, id => (int)id));
    }
}
