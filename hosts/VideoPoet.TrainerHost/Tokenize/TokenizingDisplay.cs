using System.Globalization;
using VideoPoet.CommandLine;
using VideoPoet.Data;

namespace VideoPoet.TrainerHost.Tokenize;

/// <summary>Shows files with the pace of windows beside them.</summary>
/// <param name="display">Where they are shown.</param>
internal sealed class TokenizingDisplay(IProgress<WorkProgress> display) : IProgress<TokenizingProgress>
{
    public void Report(TokenizingProgress value)
    {
        var windows = string.Create(CultureInfo.InvariantCulture, $"{value.Windows} windows, {value.WindowsPerSecond:0.##} windows/s");
        display.Report(new(value.Entries, value.TotalEntries, value.BadFiles > 0 ? $"{windows}, {value.BadFiles} skipped" : windows));
    }
}
