using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>
/// Decides which windows are held out: those of whole files, the same ones wherever a file appears, so that no task is measured on what another one
/// was trained on. Only where a kind of sequence has a single file, the end of that file is held out.
/// </summary>
internal sealed class HeldOutFiles
{
    // Where the held-out part of a file begins; files that are not here are trained on.
    private readonly Dictionary<string, TimeSpan> _cuts = [];
    private readonly HeldOut _options;

    /// <summary>Decides.</summary>
    /// <param name="kinds">The windows of each kind of sequence, with their format.</param>
    /// <param name="options">How much is held out.</param>
    public HeldOutFiles(IEnumerable<(VideoFormat Format, IReadOnlyList<WindowPlace> Windows)> kinds, HeldOut options)
    {
        _options = options;
        var all = kinds.Where(kind => kind.Windows.Count > 0)
            .Select(kind => (kind.Format, kind.Windows, Files: FilesOf(kind.Windows))).OrderBy(kind => kind.Files.Length).ToArray();
        if (options.Share.Value > 0)
        {
            foreach (var (_, windows, files) in all)
                HoldOut(windows, files);
        }
        // Several kinds together may have taken all files of another: training comes first.
        foreach (var (format, windows, files) in all)
        {
            if (!windows.Any(window => IsTraining(window, format)))
                _cuts.Remove(files[^1]);
        }
    }

    /// <summary>Whether a window is trained on.</summary>
    public bool IsTraining(WindowPlace window, VideoFormat format) =>
        !_cuts.TryGetValue(window.File, out var cut) || window.Start + format.Duration <= cut;

    /// <summary>Whether a window is held out; where a file is cut, some windows are neither.</summary>
    public bool IsHeldOut(WindowPlace window) => _cuts.TryGetValue(window.File, out var cut) && window.Start >= cut;

    // In the order of their hashes, which is that of chance: the same files come first in every kind of sequence that has them.
    private static string[] FilesOf(IEnumerable<WindowPlace> windows) =>
        [.. windows.Select(window => window.File).Distinct().Order(StringComparer.Ordinal)];

    private void HoldOut(IReadOnlyList<WindowPlace> windows, string[] files)
    {
        if (files.Length > 1)
        {
            foreach (var file in files.Take(_options.Of(files.Length)))
                _cuts[file] = TimeSpan.MinValue;
        }
        else if (windows.Count > 1)
        {
            var starts = windows.Select(window => window.Start).Order().ToArray();
            _cuts.TryAdd(files[0], starts[^_options.Of(starts.Length)]);
        }
    }
}
