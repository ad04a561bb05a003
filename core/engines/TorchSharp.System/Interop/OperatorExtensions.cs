using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>What several parts of the engine do with an operator and its result.</summary>
internal static class OperatorExtensions
{
    /// <summary>Calls an operator whose last argument is the tensor to write to, and returns that tensor.</summary>
    public static Tensor Into(this Operator op, Tensor result, params ReadOnlySpan<Argument> arguments)
    {
        // The operator returns its last argument with one more reference.
        Native.engine_tensor_release(op.Plain([.. arguments, result]).Pointer);
        return result;
    }

    /// <summary>The truth value that an operator returns.</summary>
    public static bool Truth(this Operator op, params ReadOnlySpan<Argument> arguments) => op.Plain(arguments).Integer != 0;

    /// <summary>The tensor, made to record gradients if <paramref name="requiresGrad"/> says so.</summary>
    /// <exception cref="NotSupportedException">Names of dimensions were given.</exception>
    public static Tensor Recording(this Tensor tensor, bool requiresGrad, string[]? names = null)
    {
        if (names is { Length: > 0 })
        {
            tensor.Dispose();
            throw new NotSupportedException($"Dimensions have no names in this engine, given '{string.Join("', '", names)}'.");
        }
        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }

    /// <summary>The name that operators know a rounding mode by; null for none.</summary>
    public static string? Name(this RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
}
