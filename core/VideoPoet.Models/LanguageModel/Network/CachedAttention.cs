using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>Attention of the newest position, which sees every key there is. Nothing is recorded.</summary>
internal static class CachedAttention
{
    /// <summary>Attends.</summary>
    /// <param name="query">[batch, heads, queries, head width], scaled.</param>
    /// <param name="key">[batch, groups, keys, head width]; each is shared by heads / groups heads in a row.</param>
    /// <param name="value">As <paramref name="key"/>.</param>
    /// <param name="padding">What hides padding in slots for text; null where there is none.</param>
    /// <returns>[batch, heads, queries, head width]</returns>
    public static Tensor Apply(Tensor query, Tensor key, Tensor value, TextPadding? padding)
    {
        using var scope = NewDisposeScope();
        using var exact = TorchRuntime.Current.Autocast(query.device_type, enabled: false);
        var groups = key.shape[1];
        var rows = query.view(query.shape[0] * groups, -1, query.shape[3]);
        var scores = rows.bmm(key.flatten(0, 1).transpose(1, 2));
        padding?.Hide(scores, 0, groups);
        return scores.softmax(-1).bmm(value.flatten(0, 1)).view(query.shape).MoveToOuterDisposeScope();
    }
}
