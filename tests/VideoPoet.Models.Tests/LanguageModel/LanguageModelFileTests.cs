using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;
using Samples = VideoPoet.Models.Tests.LanguageModel.Reference.Samples;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>Weights on the disk, under the model's own names and those of Llama.</summary>
internal sealed class LanguageModelFileTests
{
    private static readonly Dictionary<string, string> s_layouts = new() { ["text-to-video in tiny"] = "aa", ["video-to-audio in tiny"] = "bb" };

    [Test]
    public void A_model_comes_back_as_it_was([Values("plain", "grouped", "halves")] string name, [Values] bool llama)
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.Model(name);
        using var other = new PrefixLanguageModel(model.Sizes, model.Vocabulary, model.TextWidth);
        var names = llama ? LlamaWeights.Names : KeyMap.SameNames;

        LanguageModelFile.Save(folder.File("model.safetensors"), model, s_layouts, names);
        LanguageModelFile.Load(folder.File("model.safetensors"), other, s_layouts, names);

        foreach (var ((key, parameter), (_, expected)) in other.named_parameters().Zip(model.named_parameters()))
            Assert.That(parameter.bytes.SequenceEqual(expected.bytes), Is.True, key);
    }

    [Test]
    public void Under_Llama_s_names_a_decoder_is_one_of_Hugging_Face()
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.Model("grouped");
        LanguageModelFile.Save(folder.File("model.safetensors"), model, names: LlamaWeights.Names);

        using var file = WeightFile.Open(folder.File("model.safetensors"));

        string[] ofLayers =
        [
            "input_layernorm", "mlp.down_proj", "mlp.gate_proj", "mlp.up_proj", "post_attention_layernorm", "self_attn.k_norm", "self_attn.k_proj",
            "self_attn.o_proj", "self_attn.q_norm", "self_attn.q_proj", "self_attn.v_proj",
        ];
        Assert.That(file.Tensors.Keys.Where(name => !name.StartsWith("videopoet.", StringComparison.Ordinal)), Is.EquivalentTo(
            [
                "model.embed_tokens.weight", "model.norm.weight", "lm_head.weight",
                .. Enumerable.Range(0, 2).SelectMany(layer => ofLayers.Select(name => $"model.layers.{layer}.{name}.weight")),
            ]));
        Assert.That(file.Tensors.Keys, Does.Contain("videopoet.text_proj.bias").And.Contain("videopoet.positions.place.row.weight"));
    }

    [Test]
    public void Weights_of_another_model_are_refused_and_every_difference_is_named()
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.Model("plain");
        LanguageModelFile.Save(folder.File("model.safetensors"), model, s_layouts);
        var vocabulary = new UnifiedVocabulary(64, 2, 8, TokenTable.BuiltIn.With(TokenKind.Resolution, "8x8"));
        using var other = new PrefixLanguageModel(Samples.Plain with { Layers = 3, RotaryBase = 500, Context = 20 }, vocabulary, textWidth: 6);

        var refused = Assert.Throws<LanguageModelMismatchException>(() => LanguageModelFile.Load(
            folder.File("model.safetensors"), other, new Dictionary<string, string> { ["text-to-video in tiny"] = "cc" }));

        Assert.That(refused!.Message, Is.EqualTo(
            $"""
            {folder.File("model.safetensors")} is not for this model:
              layers is 2 in the file and 3 in the model
              rotaryBase is 10000 in the file and 500 in the model
              text embeddings are 5 wide in the file and 6 in the model
              vocabulary: 16 visual codes here, 64 there (here: the file, there: the model)
              vocabulary: the token 'frames:5' has the id 129 here; it is missing there (here: the file, there: the model)
              vocabulary: the token 'res:24x16' has the id 97 here; it is missing there (here: the file, there: the model)
              the positions of 'text-to-video in tiny' stand for other tokens than when the weights were trained
            """));
    }

    [Test]
    public void A_model_that_has_learnt_to_know_more_tokens_since_takes_the_weights()
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.Model("plain");
        LanguageModelFile.Save(folder.File("model.safetensors"), model);
        using var grown = new PrefixLanguageModel(
            model.Sizes with { Context = 9999 }, model.Vocabulary.With(new VideoFormat("more", 8, 8, 9)), model.TextWidth);

        Assert.That(() => LanguageModelFile.Load(folder.File("model.safetensors"), grown), Throws.Nothing);
    }

    [Test]
    public void A_file_that_does_not_say_what_it_is_of_properly_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.Model("plain");
        SafetensorsWriter.Write(folder.File("model.safetensors"), model, new Dictionary<string, string> { ["sizes"] = "{}", ["vocabulary"] = "3" });

        Assert.That(
            () => LanguageModelFile.Load(folder.File("model.safetensors"), model),
            Throws.InstanceOf<WeightFileException>().With.Message.Contains("do not say which language model"));
    }
}
