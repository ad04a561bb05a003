namespace VideoPoet.Core;

/// <summary>Which formats a task is for.</summary>
[Flags]
public enum FormatKinds
{
    /// <summary>Formats of one frame.</summary>
    Image = 1,

    /// <summary>Formats of several frames.</summary>
    Video = 2,

    /// <summary>Every format.</summary>
    All = Image | Video,
}
