using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>Names as they are written for users.</summary>
internal static class Words
{
    /// <summary>The name in lower case; none for what the judge could not name.</summary>
    public static string Of<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant() ?? Confusions.None;
}
