using VideoPoet.Models.T5;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.T5;

public sealed class CachedTextEncoderTests
{
    [Test]
    public void A_prompt_is_computed_once_for_all_processes()
    {
        using var folder = new Folder();
        var inner = new CountingEncoder("1");
        using var first = new CachedTextEncoder(inner, folder.Path).Encode("a cat");

        using var second = new CachedTextEncoder(inner, folder.Path).Encode("a cat");

        Assert.That(inner.Calls, Is.EqualTo(1));
        Assert.That(second.bytes.ToArray(), Is.EqualTo(first.bytes.ToArray()));
    }

    [Test]
    public void Every_prompt_and_every_encoder_has_a_file_of_its_own()
    {
        using var folder = new Folder();
        CountingEncoder one = new("1"), other = new("2");

        foreach (var prompt in new[] { "a cat", "a cat ", "A cat", "" })
        {
            new CachedTextEncoder(one, folder.Path).Encode(prompt).Dispose();
            new CachedTextEncoder(other, folder.Path).Encode(prompt).Dispose();
        }

        Assert.That((one.Calls, other.Calls), Is.EqualTo((4, 4)));
        Assert.That(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), Has.Length.EqualTo(8).And.All.EndsWith(".safetensors"));
    }

    [Test]
    public void An_embedding_outlives_its_file()
    {
        using var folder = new Folder();
        var encoder = new CachedTextEncoder(new CountingEncoder("1"), folder.Path);
        encoder.Encode("a cat").Dispose();

        using var read = encoder.Encode("a cat");
        File.Delete(encoder.PathOf("a cat"));

        Assert.That(read.sum().ToDouble(), Is.EqualTo(3 * CountingEncoder.Size * 5));
    }

    [Test]
    public void A_file_with_something_else_is_refused()
    {
        using var folder = new Folder();
        using var wrong = ones(2, CountingEncoder.Size + 1);
        var encoder = new CachedTextEncoder(new CountingEncoder("1"), folder.Path);
        var path = encoder.PathOf("a cat");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafetensorsWriter.Write(path, [("embedding", wrong)]);

        Assert.That(() => encoder.Encode("a cat"), Throws.InstanceOf<FormatException>()
            .With.Message.EqualTo($"{path}: it must hold 'embedding', Float32 of [ids, 4]. Delete it to have it made again."));
    }

    /// <summary>Embeds a prompt as three rows of its length.</summary>
    private sealed class CountingEncoder(string fingerprint) : ITextEncoder
    {
        public const int Size = 4;

        public int Calls { get; private set; }

        public int Width => Size;

        public string Fingerprint => fingerprint;

        public Tensor Encode(string prompt)
        {
            Calls++;
            return full(3, Size, prompt.Length, float32);
        }
    }
}
