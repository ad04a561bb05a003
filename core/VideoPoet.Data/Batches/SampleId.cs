namespace VideoPoet.Data;

/// <summary>Says which sample of a mixture's data a row of a batch is: equal in every run over the same data.</summary>
/// <param name="Source">The data source: its folder of shards, as the mixture names it.</param>
/// <param name="Format">The name of the format.</param>
/// <param name="Window">The number of the window among those of the format.</param>
/// <param name="Variant">The form of the task.</param>
public readonly record struct SampleId(string Source, string Format, int Window, string Variant)
{
    /// <summary>Such as <c>clips/square-17/204 text-to-video(text)</c>.</summary>
    public override string ToString() => $"{Source}/{Format}/{Window} {Variant}";
}
