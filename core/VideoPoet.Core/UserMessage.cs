namespace VideoPoet.Core;

/// <summary>What a person needs to read of an exception.</summary>
public static class UserMessage
{
    /// <summary>The message in one line, without the name of the parameter that the code was called with.</summary>
    /// <param name="exception">The exception.</param>
    public static string Of(Exception exception)
    {
        var message = exception is ArgumentException { ParamName: { } name }
            ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : exception.Message;
        // .NET puts what was found on a line of its own.
        if (exception is ArgumentOutOfRangeException { ActualValue: { } value })
            message = message.Split('\n')[0].TrimEnd('\r', '.') + $", found {value}.";
        return string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
