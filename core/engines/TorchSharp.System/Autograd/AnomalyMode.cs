using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Checks gradients during backward passes until it is disposed, and names the operation that made a bad one.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool Enabled, bool CheckNan) _before = (IsEnabled, ShouldCheckNaN);
    private bool _left;

    /// <summary>Starts or stops checking.</summary>
    /// <param name="enabled">Whether operations remember where they were called.</param>
    /// <param name="check_nan">Whether a gradient that is not a number is an error.</param>
    public AnomalyMode(bool enabled, bool check_nan = true) => Native.engine_set_anomaly(enabled, check_nan);

    /// <summary>Whether checking is on.</summary>
    public static bool IsEnabled => Native.engine_anomaly_enabled();

    /// <summary>Whether a gradient that is not a number is an error.</summary>
    public static bool ShouldCheckNaN => Native.engine_anomaly_checks_nan();

    /// <summary>Restores what was set before.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Restores what was set before.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_left)
            return;
        _left = true;
        Native.engine_set_anomaly(_before.Enabled, _before.CheckNan);
    }
}

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Checks gradients during backward passes until the result is disposed.</summary>
        /// <param name="check_nan">Whether a gradient that is not a number is an error.</param>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Starts or stops checking gradients until the result is disposed.</summary>
        /// <param name="mode">Whether to check.</param>
        /// <param name="check_nan">Whether a gradient that is not a number is an error.</param>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
