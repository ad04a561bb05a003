namespace VideoPoet.Specs;

/// <summary>Tells the reason of an exception without the name of the parameter, which means nothing to the writer of a file.</summary>
internal static class ArgumentReason
{
    /// <summary>The message without what <see cref="ArgumentException"/> appends to it.</summary>
    public static string Reason(this ArgumentException exception)
    {
        var appended = exception.ParamName is null ? -1 : exception.Message.IndexOf($" (Parameter '{exception.ParamName}')", StringComparison.Ordinal);
        return appended < 0 ? exception.Message : exception.Message[..appended];
    }
}
