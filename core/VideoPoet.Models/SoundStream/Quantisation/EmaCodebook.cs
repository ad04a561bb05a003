using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>
/// The codewords of one level. They follow the moving averages of the vectors that they are nearest to (van den Oord et al., arXiv 1711.00937,
/// appendix A.1); gradients do not reach them.
/// </summary>
internal sealed class EmaCodebook : nn.Module
{
    private readonly int _codes;
    private readonly QuantizerTraining _training;

    [ComponentName(Name = "embedding")] private readonly Tensor _embedding; // [codes, width]
    [ComponentName(Name = "counts")] private readonly Tensor _counts;       // [codes]: vectors a step; all zero before the first batch
    [ComponentName(Name = "sums")] private readonly Tensor _sums;           // [codes, width]: the vectors of a step added up

    public EmaCodebook(int codes, int width, QuantizerTraining training, Device? device) : base(nameof(EmaCodebook))
    {
        _codes = codes;
        _training = training;
        _embedding = randn(codes, width, device: device);
        _counts = zeros(codes, device: device);
        _sums = zeros(codes, width, device: device);
        RegisterComponents();
    }

    private bool HasStarted
    {
        get
        {
            using var any = _counts.any();
            return any.ToBoolean();
        }
    }

    /// <summary>[batch, frames, width] → [batch, frames], the code of the nearest codeword</summary>
    public Tensor Nearest(Tensor vectors)
    {
        using var rows = Rows(vectors);
        using var codes = Codewords.Nearest(rows, _embedding);
        return codes.reshape(vectors.shape[..^1]);
    }

    /// <summary>[batch, frames] → [batch, frames, width], the codewords of codes</summary>
    public Tensor Lookup(Tensor codes)
    {
        using var flat = codes.reshape(-1);
        using var words = _embedding.index_select(0, flat);
        return words.reshape([.. codes.shape, _embedding.size(1)]);
    }

    /// <summary>Finds the first codewords by k-means, unless that has happened.</summary>
    /// <param name="vectors">[batch, frames, width]</param>
    public void Start(Tensor vectors)
    {
        if (HasStarted)
            return;
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var (means, counts) = KMeans.Cluster(Rows(vectors), _codes, _training.StartRounds);
        _embedding.copy_(means);
        _counts.copy_(counts);
        _sums.copy_(means * counts.unsqueeze(1));
    }

    /// <summary>Moves the codewords towards the vectors that chose them, and replaces those that too few choose.</summary>
    /// <param name="vectors">[batch, frames, width]</param>
    /// <param name="codes">[batch, frames]</param>
    public void Learn(Tensor vectors, Tensor codes)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var rows = Rows(vectors);
        var (counts, sums) = Codewords.Members(rows, codes.reshape(-1), _codes);
        _counts.mul_(_training.Decay).add_(counts, alpha: 1 - _training.Decay);
        _sums.mul_(_training.Decay).add_(sums, alpha: 1 - _training.Decay);
        var total = _counts.sum();
        var smoothed = (_counts + _training.Smoothing) / (total + _codes * _training.Smoothing) * total;
        _embedding.copy_(_sums / smoothed.unsqueeze(1));
        ReplaceDead(rows, total.ToDouble() / _codes);
    }

    // A replaced code counts as one of average use, so that it has time to find its own vectors.
    private void ReplaceDead(Tensor rows, double averageCount)
    {
        var count = Math.Max(_training.DeadBelow, averageCount);
        var isDead = _counts.lt(_training.DeadBelow);
        var candidates = rows.index_select(0, randint(0, rows.size(0), [_codes], ScalarType.Int64, rows.device));
        _counts.masked_fill_(isDead, count);
        var isDeadColumn = isDead.unsqueeze(1);
        _embedding.copy_(where(isDeadColumn, candidates, _embedding));
        _sums.copy_(where(isDeadColumn, candidates * count, _sums));
    }

    private static Tensor Rows(Tensor vectors) => vectors.reshape(-1, vectors.size(-1));
}
