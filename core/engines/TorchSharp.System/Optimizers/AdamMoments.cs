using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The moments of one parameter, and the step that Adam and AdamW make of them.</summary>
/// <param name="Mean">The running mean of gradients.</param>
/// <param name="Squares">The running mean of squared gradients.</param>
/// <param name="LargestSquares">The largest running mean of squared gradients so far; null to use the present one.</param>
internal readonly record struct AdamMoments(Tensor Mean, Tensor Squares, Tensor? LargestSquares)
{
    /// <summary>Takes a gradient into the moments and moves the parameter; the caller owns the temporaries by a dispose scope.</summary>
    public void Step(Parameter parameter, Tensor gradient, long step, double rate, double beta1, double beta2, double eps)
    {
        var correction = Math.Sqrt(1 - Math.Pow(beta2, step));
        Mean.mul_(beta1).add_(gradient, 1 - beta1);
        Squares.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var squares = LargestSquares is null ? Squares : LargestSquares.copy_(LargestSquares.maximum(Squares));
        parameter.addcdiv_(Mean, squares.sqrt().div_(correction).add_(eps), -rate / (1 - Math.Pow(beta1, step)));
    }
}
