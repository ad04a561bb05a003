using TorchSharp;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

/// <summary>Tokenizers with drawn weights, in a folder as training and Hugging Face write them.</summary>
internal static class SmallWeights
{
    /// <summary>Writes the three tokenizers of a model.</summary>
    /// <param name="model">Their sizes.</param>
    /// <param name="folder">The folder, which is created.</param>
    /// <param name="seed">Draws the weights.</param>
    public static void Write(ModelSpec model, string folder, long seed = 1)
    {
        var text = Directory.CreateDirectory(Path.Join(folder, TokenizerFolder.TextFolder)).FullName;
        torch.manual_seed(seed);
        using (var video = new VideoTokenizer(model.VideoTokenizer))
            SafetensorsWriter.Write(Path.Join(folder, TokenizerFolder.VideoFile), video);
        using (var audio = new SoundStreamTokenizer(model.AudioTokenizer))
            SafetensorsWriter.Write(Path.Join(folder, TokenizerFolder.AudioFile), audio);
        using (var network = new T5Encoder(model.TextEncoder))
        {
            network.Initialise();
            SafetensorsWriter.Write(Path.Join(text, "model.safetensors"), network);
        }
        var sizes = model.TextEncoder;
        File.WriteAllText(Path.Join(text, "config.json"), $$"""
            {
              "d_model": {{sizes.Width}}, "num_layers": {{sizes.Layers}}, "num_heads": {{sizes.Heads}}, "d_kv": {{sizes.HeadWidth}},
              "d_ff": {{sizes.FeedForward}}, "vocab_size": {{sizes.Vocabulary}}, "feed_forward_proj": "gated-gelu"
            }
            """);
        File.WriteAllBytes(Path.Join(text, "spiece.model"), Vocabulary());
    }

    // That of the text encoder's own tests.
    private static byte[] Vocabulary()
    {
        using var file = WeightFile.Open(Path.Join(TestContext.CurrentContext.TestDirectory, "sentencepiece.safetensors"));
        using var model = file.Read("t5/model");
        return model.bytes.ToArray();
    }
}
