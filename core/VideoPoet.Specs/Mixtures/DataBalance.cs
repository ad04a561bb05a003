namespace VideoPoet.Specs;

/// <summary>What is drawn equally often of a data source.</summary>
public enum DataBalance
{
    /// <summary>Every window: a long file more often than a short one.</summary>
    Windows,

    /// <summary>Every file, however long it is.</summary>
    Files,
}
