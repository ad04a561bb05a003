using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Scaled dot-product attention.</summary>
internal static class AttentionCases
{
    public static CaseTable Table => new("attention")
    {
        { "plain", (q, k, v) => F.scaled_dot_product_attention(q, k, v) },
        { "three_dimensions", (q, k, v) => F.scaled_dot_product_attention(q, k, v) },
        { "float_mask", (q, k, v, mask) => F.scaled_dot_product_attention(q, k, v, mask) },
        { "boolean_mask", (q, k, v, mask) => F.scaled_dot_product_attention(q, k, v, mask) },
        { "causal", (q, k, v) => F.scaled_dot_product_attention(q, k, v, is_casual: true) },
        { "double", (q, k, v) => F.scaled_dot_product_attention(q, k, v) },
    };
}
