using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Vectors;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Decoding;

/// <summary>
/// Decodes on the processor at the speed at which memory is read: the prefix once through the network, then one position at a time in vector code
/// that reads each weight once for all samples and branches. A sample's ids depend neither on the samples beside it nor on the number of threads.
/// </summary>
public sealed class ManagedDecoder : ILanguageModelDecoder
{
    private readonly PrefixLanguageModel _model;
    private readonly ManagedWeights _weights;
    private readonly WorkerPool _pool;

    /// <summary>Takes a model over.</summary>
    /// <param name="model">The model, single precision, on the processor; owned by the decoder from here on.</param>
    /// <param name="format">How the weights of products are held, and keys and values with them.</param>
    /// <param name="threads">How many threads work on a step; all processors when null.</param>
    /// <exception cref="ArgumentException">The model is of another type, or on another device, or its context is too long for the format.</exception>
    public ManagedDecoder(PrefixLanguageModel model, WeightFormat format = WeightFormat.Float32, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Device.type != DeviceType.CPU || model.parameters().Any(parameter => parameter.dtype != torch.ScalarType.Float32))
            throw new ArgumentException("the managed decoder takes models of single precision on the processor.", nameof(model));
        if (format == WeightFormat.Int8 && model.Sizes.Context > IIntegerDot.Most)
            throw new ArgumentException($"a context of {model.Sizes.Context} is too long for {format}; {IIntegerDot.Most} is the most.", nameof(format));
        _model = model;
        _pool = new(threads ?? Environment.ProcessorCount);
        _weights = new(model, format);
    }

    /// <inheritdoc/>
    public LanguageModelSpec Sizes => _model.Sizes;

    /// <inheritdoc/>
    public UnifiedVocabulary Vocabulary => _model.Vocabulary;

    /// <inheritdoc/>
    public int TextWidth => _model.TextWidth;

    /// <summary>How the weights of products are held.</summary>
    public WeightFormat Format => _weights.Format;

    /// <summary>The memory of converted weights, bytes, beside the model's own; 0 where those are used as they are.</summary>
    public long ConvertedBytes => _weights.OwnBytes;

    /// <summary>The bytes of weights that a step reads in the blocks, for all samples and branches together.</summary>
    public long BodyBytes => _weights.BodyBytes;

    internal PrefixLanguageModel Model => _model;

    internal IntegerInstructions Instructions { get; set; } = Product.Best;

    /// <inheritdoc/>
    public long SessionBytes(DecodingRequest request)
    {
        var plan = new DecodingPlan(request, this);
        return new SessionSizes(plan, Sizes, Format, _pool.Workers).Total + SessionSizes.OfSampling(plan);
    }

    /// <inheritdoc/>
    public IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken = default)
    {
        var plan = new DecodingPlan(request, this);
        cancellationToken.ThrowIfCancellationRequested();
        return new DecodingSession(plan, Steps(plan), Vocabulary, Sizes.FactorisedCodes ? _model.Rows.High.Count : 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pool.Dispose();
        _weights.Dispose();
        _model.Dispose();
    }

    internal ManagedStepModel Steps(DecodingPlan plan) => new(_model, _weights, _pool, plan, Instructions);
}
