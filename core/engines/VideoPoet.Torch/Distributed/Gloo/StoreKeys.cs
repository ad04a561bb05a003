namespace VideoPoet.Torch.Gloo;

/// <summary>What stands under which key of the store of a group.</summary>
internal static class StoreKeys
{
    /// <summary>How many processes rank 0 expects.</summary>
    public const string Size = "size";

    /// <summary>Why the group has ended before its time.</summary>
    public const string Lost = "lost";

    /// <summary>The collectives' own keys.</summary>
    public const string Collectives = "collectives";

    /// <summary>How many processes claim to be a rank.</summary>
    public static string Seat(int rank) => $"seat/{rank}";

    /// <summary>The address of a rank, from where it reaches the store.</summary>
    public static string Address(int rank) => $"address/{rank}";

    /// <summary>How often a rank has told that it is alive.</summary>
    public static string Beat(int rank) => $"beat/{rank}";

    /// <summary>There when a rank needs the group no longer.</summary>
    public static string Left(int rank) => $"left/{rank}";
}
