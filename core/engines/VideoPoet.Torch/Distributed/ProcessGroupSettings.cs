namespace VideoPoet.Torch;

/// <summary>Which process this is, where the others are found, and how long anything may take.</summary>
public sealed record ProcessGroupSettings
{
    /// <summary>The number of this process, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>How many processes there are.</summary>
    public required int Size { get; init; }

    /// <summary>The name or address of the machine where the processes meet: that of rank 0.</summary>
    public string Address { get; init; } = "localhost";

    /// <summary>The port where they meet, 1 to 65535.</summary>
    public int Port { get; init; } = 29500;

    /// <summary>Whether the program that started the processes, such as torchrun, listens at the port; else rank 0 does.</summary>
    public bool LauncherListens { get; init; }

    /// <summary>Tells apart groups that meet at the same place, such as the attempts of a launcher that starts again what failed.</summary>
    public string Name { get; init; } = "0";

    /// <summary>The network interface over which tensors travel, such as <c>eth0</c>; null takes the one that reaches the other processes.</summary>
    public string? Interface { get; init; }

    /// <summary>How long the processes may take to come together.</summary>
    public TimeSpan JoinTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one collective may wait for processes that are alive but do not call it, as while one of them evaluates.</summary>
    public TimeSpan CollectiveTimeout { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How often a process tells that it is alive.</summary>
    public TimeSpan BeatEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a process may be silent before it counts as lost.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(15);
}
