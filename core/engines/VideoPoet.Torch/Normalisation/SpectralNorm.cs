using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VideoPoet.Torch;

/// <summary>
/// Spectral normalisation: a weight divided by its largest singular value, which power iteration follows from step to step (Miyato et al.,
/// arXiv 1802.05957). The weight is read as a matrix of its first dimension by all others.
/// </summary>
public sealed class SpectralNorm : Module<Tensor, Tensor>
{
    private const int StartIterations = 15; // as PyTorch's parametrisation does before the first use

    private readonly int _iterations;
    private readonly double _eps;
    private readonly Tensor _u;
    private readonly Tensor _v;

    /// <summary>Finds the first singular vectors of a weight.</summary>
    /// <param name="weight">The weight as it is at the start, of at least two dimensions.</param>
    /// <param name="iterations">Power iterations a training step; at least 1.</param>
    /// <param name="eps">Keeps the vectors' norms from zero.</param>
    /// <param name="generator">Where the vectors start; the default generator when null.</param>
    /// <exception cref="ArgumentException">The weight has fewer than two dimensions.</exception>
    public SpectralNorm(Tensor weight, int iterations = 1, double eps = 1e-12, Generator? generator = null) : base(nameof(SpectralNorm))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        if (weight.dim() < 2)
            throw new ArgumentException($"A weight of at least two dimensions has singular values, found {weight.dim()}.", nameof(weight));
        _iterations = iterations;
        _eps = eps;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var matrix = Matrix(weight);
        _u = Unit(randn(matrix.shape[0], weight.dtype, weight.device, generator: generator)).DetachFromDisposeScope();
        _v = Unit(randn(matrix.shape[1], weight.dtype, weight.device, generator: generator)).DetachFromDisposeScope();
        Iterate(matrix, StartIterations);
        register_buffer("_u", _u);
        register_buffer("_v", _v);
    }

    /// <summary>The normalised weight; in training mode the singular vectors move first.</summary>
    /// <param name="weight">The weight as it is now, of the shape given at construction.</param>
    public override Tensor forward(Tensor weight)
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix(weight);
        if (training)
            using (no_grad())
                Iterate(matrix, _iterations);
        // Copies: the next step's iteration must not change what this step's backward pass reads.
        var sigma = _u.clone().dot(matrix.mv(_v.clone()));
        return (weight / sigma).MoveToOuterDisposeScope();
    }

    private void Iterate(Tensor matrix, int count)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < count; i++)
        {
            _u.copy_(Unit(matrix.mv(_v)));
            _v.copy_(Unit(matrix.t().mv(_u)));
        }
    }

    private Tensor Unit(Tensor vector) => nn.functional.normalize(vector, p: 2, dim: 0, eps: _eps);

    private static Tensor Matrix(Tensor weight) => weight.flatten(1);
}
