namespace VideoPoet.Training.Tests.Support;

/// <summary>A hash of all bits of a trainee's parts.</summary>
internal static class PartsFingerprint
{
    public static string Of(TrainingParts parts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var module in parts.Modules.Values)
            foreach (var (_, tensor) in module.state_dict())
                tensor.Save(writer);
        foreach (var optimizer in parts.Optimizers.Values)
            optimizer.Write(writer);
        writer.Flush();
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream.ToArray()));
    }
}
