namespace VideoPoet.Specs;

/// <summary>Tells the reason of an exception without the name of the parameter, which means nothing to the writer of a file.</summary>
internal static class ArgumentReason
{
    /// <summary>The message without what <see cref="ArgumentException"/> appends to it, and with the value that was found.</summary>
    public static string Reason(this ArgumentException exception)
    {
        var reason = exception.Message.Split($" (Parameter '{exception.ParamName}')")[0];
        return exception is ArgumentOutOfRangeException { ActualValue: { } value } ? $"{reason.TrimEnd('.')}; found {value}." : reason;
    }
}
