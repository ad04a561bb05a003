using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>Attention with rotary positions; groups of heads may share keys and values (Ainslie et al., arXiv 2305.13245).</summary>
internal sealed class SelfAttention : nn.Module<Tensor, AttentionContext, Tensor>
{
    private readonly int _heads, _groups, _headWidth;
    [ComponentName(Name = "wq")] private readonly Linear _query;
    [ComponentName(Name = "wk")] private readonly Linear _key;
    [ComponentName(Name = "wv")] private readonly Linear _value;
    [ComponentName(Name = "wo")] private readonly Linear _output;
    [ComponentName(Name = "q_norm")] private readonly RootMeanSquareNorm? _queryNorm;
    [ComponentName(Name = "k_norm")] private readonly RootMeanSquareNorm? _keyNorm;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public SelfAttention(LanguageModelSpec sizes, Device? device, ScalarType? type) : base(nameof(SelfAttention))
    {
        (_heads, _groups, _headWidth) = (sizes.Heads, sizes.KeyValueHeads ?? sizes.Heads, sizes.Width / sizes.Heads);
        _query = Layers.Linear(sizes.Width, sizes.Width, device, type);
        _key = Layers.Linear(sizes.Width, _groups * _headWidth, device, type);
        _value = Layers.Linear(sizes.Width, _groups * _headWidth, device, type);
        _output = Layers.Linear(sizes.Width, sizes.Width, device, type);
        _queryNorm = sizes.QueryKeyNorm ? new(_headWidth, device, type) : null;
        _keyNorm = sizes.QueryKeyNorm ? new(_headWidth, device, type) : null;
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same: whole sequences.</summary>
    public override Tensor forward(Tensor states, AttentionContext context)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = Project(states, context);
        return Join(PrefixAttention.Apply(query, key, value, context)).MoveToOuterDisposeScope();
    }

    /// <summary>The same without gradients for the first or the next positions of sequences, whose keys and values a cache takes.</summary>
    /// <param name="states">[batch, positions, width]: the whole prefix, which comes first, or the next position.</param>
    /// <param name="context">The rotary factors of these positions, and the padding.</param>
    /// <param name="cache">The keys and values of the positions before.</param>
    public Tensor Continue(Tensor states, AttentionContext context, LayerCache cache)
    {
        using var scope = NewDisposeScope();
        var (query, key, value) = Project(states, context);
        var (keys, values) = cache.Append(key, value);
        var attended = states.shape[1] > 1
            ? PrefixAttention.Apply(query, key, value, context)
            : CachedAttention.Apply(query, keys, values, context.Padding);
        return Join(attended).MoveToOuterDisposeScope();
    }

    // Queries [batch, heads, length, head width], keys and values [batch, groups, length, head width], in the type that products are computed in.
    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor states, AttentionContext context)
    {
        var type = TorchRuntime.Current.AutocastType(states.device_type) ?? states.dtype;
        var (query, key) = (Split(_query.call(states), _heads), Split(_key.call(states), _groups));
        return (
            Rotation.Apply(_queryNorm?.call(query) ?? query, context.Queries, type),
            Rotation.Apply(_keyNorm?.call(key) ?? key, context.Keys, type),
            Split(_value.call(states), _groups).transpose(1, 2).contiguous());
    }

    private Tensor Join(Tensor heads) => _output.call(heads.transpose(1, 2).flatten(2));

    private Tensor Split(Tensor joined, int heads) => joined.view(joined.shape[0], joined.shape[1], heads, _headWidth);
}
