namespace VideoPoet.Engines.Tests.Parity;

/// <summary>What PyTorch answered: the tensors of every case, made by make_reference.py.</summary>
internal static class ReferenceFile
{
    private static readonly Lazy<SafetensorsFile> File = new(() =>
        SafetensorsFile.Open(Path.Combine(AppContext.BaseDirectory, "Parity", "reference.safetensors")));

    private static readonly Lazy<Dictionary<string, ReferenceCase>> Cases = new(() => File.Value.Names
        .GroupBy(name => name[..name.LastIndexOf('/')], name => name[(name.LastIndexOf('/') + 1)..])
        .ToDictionary(roles => roles.Key, roles => new ReferenceCase(File.Value, roles.Key, roles.ToHashSet())));

    /// <summary>The names of all cases, each `topic/case`.</summary>
    public static IReadOnlyCollection<string> Names => Cases.Value.Keys;

    /// <summary>The tensors of one case.</summary>
    public static ReferenceCase Case(string name) => Cases.Value[name];
}
