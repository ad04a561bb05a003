using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The weights of a model in the form that managed code multiplies. They are shared by sessions, and never change.</summary>
internal sealed unsafe class ManagedWeights : IDisposable
{
    private readonly Dictionary<string, Tensor> _parameters;
    private readonly List<IDisposable> _owned = [];
    private readonly Tensor _embedding;

    /// <summary>Converts weights in memory, which takes no longer than reading them; nothing beside the file could become stale.</summary>
    /// <param name="model">The model, single precision, on the processor.</param>
    /// <param name="format">How the weights of products are held.</param>
    public ManagedWeights(PrefixLanguageModel model, WeightFormat format)
    {
        (Sizes, Format) = (model.Sizes, format);
        _parameters = model.named_parameters().ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter);
        try
        {
            _embedding = Owned(_parameters["tok_emb.weight"].alias().DetachFromDisposeScope());
            Layers = [.. Enumerable.Range(0, Sizes.Layers).Select(layer => Block($"layers.{layer}"))];
            FinalNorm = Norm("final_norm");
            Head = Matrix(Sizes.TiedEmbeddings ? "tok_emb" : "lm_head");
            if (!Sizes.FactorisedCodes)
                return;
            HighCodes = TensorMemory.Of(Owned(_parameters["second_half.high.weight"].alias().DetachFromDisposeScope()));
            SecondHalf = Gated("second_half");
            SecondNorm = Norm("second_half.norm");
        }
        catch
        {
            Dispose();
            throw;
        }
        finally
        {
            _parameters.Clear();
        }
    }

    /// <summary>The sizes.</summary>
    public LanguageModelSpec Sizes { get; }

    /// <summary>How the weights of products are held.</summary>
    public WeightFormat Format { get; }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<BlockWeights> Layers { get; } = [];

    /// <summary>The scales of the last norm.</summary>
    public nint FinalNorm { get; }

    /// <summary>The output layer.</summary>
    public PackedMatrix Head { get; } = null!;

    /// <summary>The embeddings of high halves, [values, width].</summary>
    public float* HighCodes { get; }

    /// <summary>What the second half of a code is predicted by; null where codes are whole.</summary>
    public GatedWeights? SecondHalf { get; }

    /// <summary>The scales of the norm after it.</summary>
    public nint SecondNorm { get; }

    /// <summary>The bytes that a step reads in the blocks.</summary>
    public long BodyBytes => Layers.Sum(layer => layer.Matrices.Sum(matrix => matrix.Bytes));

    /// <summary>The bytes of memory beside the model's own.</summary>
    public long OwnBytes => _owned.Sum(owned => owned switch
    {
        PackedMatrix matrix => matrix.OwnBytes,
        AlignedMemory memory => memory.Bytes,
        _ => 0,
    });

    /// <summary>The embedding of a token's row, [width].</summary>
    /// <param name="row">The row.</param>
    public float* Embedding(int row) => TensorMemory.Of(_embedding) + (long)row * Sizes.Width;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
        _owned.Clear();
    }

    private BlockWeights Block(string name) => new(
        Norm($"{name}.attn_norm"), Matrix($"{name}.attn.wq"), Matrix($"{name}.attn.wk"), Matrix($"{name}.attn.wv"), Matrix($"{name}.attn.wo"),
        Sizes.QueryKeyNorm ? Norm($"{name}.attn.q_norm") : 0, Sizes.QueryKeyNorm ? Norm($"{name}.attn.k_norm") : 0, Gated(name));

    private GatedWeights Gated(string name) => new(
        Norm($"{name}.mlp_norm"), Matrix($"{name}.mlp.w_gate"), Matrix($"{name}.mlp.w_up"), Matrix($"{name}.mlp.w_down"));

    private PackedMatrix Matrix(string name) => Owned(new PackedMatrix(_parameters[$"{name}.weight"], Format));

    // The scales of a norm, padded by zeros.
    private nint Norm(string name)
    {
        var weight = _parameters[$"{name}.weight"];
        var width = (int)weight.shape[0];
        var memory = Owned(new AlignedMemory(sizeof(float) * PackedMatrix.PaddedWidth(width, WeightFormat.Float32)));
        new ReadOnlySpan<float>(TensorMemory.Of(weight), width).CopyTo(new((float*)memory.Start, width));
        return (nint)memory.Start;
    }

    private T Owned<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }
}

/// <summary>The weights of a block.</summary>
/// <param name="AttentionNorm">The scales of the norm before attention.</param>
/// <param name="Query">To queries.</param>
/// <param name="Key">To keys.</param>
/// <param name="Value">To values.</param>
/// <param name="Output">From heads.</param>
/// <param name="QueryNorm">The scales of the norm of a head's queries; 0 without.</param>
/// <param name="KeyNorm">The scales of the norm of a head's keys; 0 without.</param>
/// <param name="FeedForward">The feed-forward layer.</param>
internal sealed record BlockWeights(
    nint AttentionNorm, PackedMatrix Query, PackedMatrix Key, PackedMatrix Value, PackedMatrix Output, nint QueryNorm, nint KeyNorm,
    GatedWeights FeedForward)
{
    /// <summary>All matrices.</summary>
    public IEnumerable<PackedMatrix> Matrices => [Query, Key, Value, Output, FeedForward.Gate, FeedForward.Up, FeedForward.Down];
}

/// <summary>The weights of a feed-forward layer.</summary>
/// <param name="Norm">The scales of the norm before it.</param>
/// <param name="Gate">To the gates.</param>
/// <param name="Up">To what is gated.</param>
/// <param name="Down">Back to the width.</param>
internal sealed record GatedWeights(nint Norm, PackedMatrix Gate, PackedMatrix Up, PackedMatrix Down);
