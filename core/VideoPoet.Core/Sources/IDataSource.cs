namespace VideoPoet.Core;

/// <summary>
/// A source of clips that are not files: drawn, computed or fetched by a plugin. Exported with <see cref="ExportDataSourceAttribute"/>, and opened by
/// what stands in place of a path, such as <c>toybox:clips=8000,seed=1</c>.
/// </summary>
public interface IDataSource
{
    /// <summary>The options that may stand behind the colon.</summary>
    ValueList<string> Options { get; }

    /// <summary>Opens the source; nothing of its clips need be made yet.</summary>
    /// <param name="options">The chosen options; all are among <see cref="Options"/>.</param>
    /// <returns>The clips, always the same for the same options.</returns>
    /// <exception cref="ArgumentException">An option's value is not valid; the message says what would be.</exception>
    IClipList Open(TaskParameters options);
}
