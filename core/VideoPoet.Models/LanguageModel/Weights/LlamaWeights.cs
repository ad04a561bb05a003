using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.LanguageModel;

/// <summary>The names that Hugging Face's Llama, and models like it, give the tensors of a decoder.</summary>
/// <remarks>Rotary positions have the same layout there, so that tensors are the same, element by element.</remarks>
public static class LlamaWeights
{
    /// <summary>
    /// The names; what Llama has no counterpart for, coordinates, text and halves of codes, is kept below <c>videopoet.</c>. Normed queries and keys
    /// have Qwen3's names.
    /// </summary>
    public static KeyMap Names { get; } = new("a decoder with the names of Llama")
    {
        Rules =
        [
            new("tok_emb.weight", KeySource.Tensor("model.embed_tokens.weight")),
            new("layers.{l}.attn_norm.weight", KeySource.Tensor("model.layers.{l}.input_layernorm.weight")),
            new("layers.{l}.attn.w{x}.weight", KeySource.Tensor("model.layers.{l}.self_attn.{x}_proj.weight")),
            new("layers.{l}.attn.{x}_norm.weight", KeySource.Tensor("model.layers.{l}.self_attn.{x}_norm.weight")),
            new("layers.{l}.mlp_norm.weight", KeySource.Tensor("model.layers.{l}.post_attention_layernorm.weight")),
            new("layers.{l}.mlp.w_{x}.weight", KeySource.Tensor("model.layers.{l}.mlp.{x}_proj.weight")),
            new("final_norm.weight", KeySource.Tensor("model.norm.weight")),
            new("lm_head.weight", KeySource.Tensor("lm_head.weight")),
            new("{name*}", KeySource.Tensor("videopoet.{name}")),
        ],
    };
}
