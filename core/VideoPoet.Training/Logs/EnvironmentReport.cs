using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using VideoPoet.Torch;

namespace VideoPoet.Training;

/// <summary>What a run was computed with, for those who want to compute it again.</summary>
internal static class EnvironmentReport
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>The report as JSON.</summary>
    public static byte[] Create() => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object?>
        {
            ["program"] = typeof(EnvironmentReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            ["dotnet"] = RuntimeInformation.FrameworkDescription,
            ["system"] = RuntimeInformation.OSDescription,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            ["processors"] = Environment.ProcessorCount,
            ["torch"] = TorchRuntime.Current.Description,
            ["blas"] = TorchRuntime.Current.BlasLibrary,
            ["threads"] = TorchRuntime.Current.Threads,
            ["started"] = DateTimeOffset.UtcNow,
        },
        s_options);
}
