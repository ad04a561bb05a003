namespace VideoPoet.Core;

/// <summary>The kinds of special token that grow with plugins and formats; each kind has a region of ids of its own.</summary>
public enum TokenKind
{
    /// <summary>What a sequence outputs: the paper's <c>&lt;task&gt;</c>.</summary>
    Task,

    /// <summary>The width and height of the output: the paper's <c>&lt;res&gt;</c>.</summary>
    Resolution,

    /// <summary>The number of frames of the output.</summary>
    Duration,
}
