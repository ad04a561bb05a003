using VideoPoet.Models.T5;
using static TorchSharp.torch;

namespace VideoPoet.Inference;

/// <summary>Keeps the embeddings of the prompts that were asked for last, for a prompt is often asked for again. Thread-safe.</summary>
/// <param name="encoder">Computes what is not there.</param>
internal sealed class TextEmbeddings(ITextEncoder encoder) : IDisposable
{
    // Of the paper's encoder half a megabyte each.
    private const int Most = 128;

    private readonly Dictionary<string, LinkedListNode<(string Prompt, Tensor Embedding)>> _byPrompt = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Prompt, Tensor Embedding)> _latestFirst = [];
    private readonly Lock _lock = new();

    /// <summary>Embeds a prompt: float32 [1 to 64, width], which the caller owns.</summary>
    /// <param name="prompt">The prompt.</param>
    public Tensor Encode(string prompt)
    {
        lock (_lock)
        {
            if (_byPrompt.TryGetValue(prompt, out var node))
                _latestFirst.Remove(node);
            else
                _byPrompt.Add(prompt, node = new((prompt, encoder.Encode(prompt).DetachFromDisposeScope())));
            _latestFirst.AddFirst(node);
            if (_byPrompt.Count > Most)
                Forget(_latestFirst.Last!);
            return node.Value.Embedding.clone();
        }
    }

    /// <summary>Frees the embeddings.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            while (_latestFirst.Last is { } node)
                Forget(node);
        }
    }

    private void Forget(LinkedListNode<(string Prompt, Tensor Embedding)> node)
    {
        _latestFirst.Remove(node);
        _byPrompt.Remove(node.Value.Prompt);
        node.Value.Embedding.Dispose();
    }
}
