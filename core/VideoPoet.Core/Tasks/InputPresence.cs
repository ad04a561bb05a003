namespace VideoPoet.Core;

/// <summary>Whether a sequence holds an input.</summary>
public enum InputPresence
{
    /// <summary>Always.</summary>
    Required,

    /// <summary>Unless it is dropped, by a share of training examples or by guidance.</summary>
    Droppable,

    /// <summary>Only when it is asked for.</summary>
    Optional,
}
