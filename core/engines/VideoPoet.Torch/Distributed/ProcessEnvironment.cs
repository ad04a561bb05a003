using System.Globalization;

namespace VideoPoet.Torch;

/// <summary>
/// Reads which process of how many this is from the environment variables that torchrun, Kubernetes' PyTorchJob and people set (<c>RANK</c>,
/// <c>WORLD_SIZE</c>, <c>MASTER_ADDR</c>, <c>MASTER_PORT</c>), or Slurm beside the last two (<c>SLURM_PROCID</c>, <c>SLURM_NTASKS</c>).
/// </summary>
public static class ProcessEnvironment
{
    private const string Rank = "RANK", Size = "WORLD_SIZE", Address = "MASTER_ADDR", Port = "MASTER_PORT";
    private const string SlurmRank = "SLURM_PROCID", SlurmSize = "SLURM_NTASKS";
    private const int LargestPort = 65535;

    /// <summary>The settings that the variables of this process come to.</summary>
    /// <returns>The settings; those of a process of its own when neither a rank, nor a size, nor an address is given.</returns>
    /// <exception cref="ProcessGroupException">Variables are missing or make no sense; all of them are named.</exception>
    public static ProcessGroupSettings Read() => Read(Environment.GetEnvironmentVariable);

    /// <summary>The settings that given variables come to.</summary>
    /// <param name="variable">The value of a variable, or null.</param>
    /// <returns>The settings; those of a process of its own when neither a rank, nor a size, nor an address is given.</returns>
    /// <exception cref="ProcessGroupException">Variables are missing or make no sense; all of them are named.</exception>
    public static ProcessGroupSettings Read(Func<string, string?> variable)
    {
        if (new[] { Rank, Size, Address }.All(name => Value(name) is null))
            return new() { Rank = 0, Size = 1 };

        var problems = new List<string>();
        var rank = Number(Rank, SlurmRank, 0, int.MaxValue);
        var size = Number(Size, SlurmSize, 1, int.MaxValue);
        if (rank >= size)
            problems.Add($"{Name(Rank, SlurmRank)} is {rank}, and must be below {Name(Size, SlurmSize)}, which is {size}");
        var alone = size == 1;
        var address = Value(Address);
        if (address is null && !alone)
            problems.Add($"{Address} is missing: the name or address of the machine of rank 0");
        var port = alone && Value(Port) is null ? 1 : Number(Port, Port, 1, LargestPort);
        if (problems.Count > 0)
            throw new ProcessGroupException($"the processes cannot find one another: {string.Join("; ", problems)}.");

        return new()
        {
            Rank = rank!.Value,
            Size = size!.Value,
            Address = address ?? "localhost",
            Port = port!.Value,
            LauncherListens = Value("TORCHELASTIC_USE_AGENT_STORE") == "True",
            Name = Value("TORCHELASTIC_RESTART_COUNT") ?? "0",
            Interface = Value("GLOO_SOCKET_IFNAME"),
        };

        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;

        string Name(string name, string other) => Value(name) is null && Value(other) is not null ? other : name;

        int? Number(string name, string other, int least, int most)
        {
            var used = Name(name, other);
            if (Value(used) is not { } text)
                problems.Add($"{used} is missing");
            else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
                problems.Add($"{used} is '{text}', and must be a whole number {(most == int.MaxValue ? $"from {least}" : $"from {least} to {most}")}");
            else
                return number;
            return null;
        }
    }
}
