using TorchSharp;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Writes the parts of a trainee into a folder and reads them back: modules as safetensors, optimisers in TorchSharp's own format.</summary>
internal static class CheckpointState
{
    private const string ModuleEnding = ".safetensors", OptimizerEnding = ".optimizer";

    /// <summary>Writes every part.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, TrainingParts parts)
    {
        foreach (var (name, module) in parts.Modules)
            SafetensorsWriter.Write(Path.Combine(folder, name + ModuleEnding), [.. module.state_dict().Select(entry => (entry.Key, entry.Value))]);
        foreach (var (name, optimizer) in parts.Optimizers)
            Write(Path.Combine(folder, name + OptimizerEnding), optimizer);
        return [.. parts.Modules.Keys.Select(name => name + ModuleEnding), .. parts.Optimizers.Keys.Select(name => name + OptimizerEnding)];
    }

    /// <summary>Reads every part.</summary>
    /// <exception cref="TrainingException">The checkpoint has other parts; all differences are listed, and nothing is changed.</exception>
    public static void Read(string folder, TrainingParts parts)
    {
        var problems = parts.Modules.SelectMany(part => Problems(folder, part.Key, part.Value))
            .Concat(parts.Optimizers.Keys.Where(name => !File.Exists(Path.Combine(folder, name + OptimizerEnding)))
                .Select(name => $"the optimiser '{name}' is missing"))
            .ToList();
        if (problems.Count > 0)
            throw new TrainingException($"the checkpoint '{folder}' does not fit what is trained: {string.Join("; ", problems)}.");

        foreach (var (name, module) in parts.Modules)
            Read(folder, name, module);
        foreach (var (name, optimizer) in parts.Optimizers)
        {
            using var reader = new BinaryReader(File.OpenRead(Path.Combine(folder, name + OptimizerEnding)));
            optimizer.Read(reader);
        }
    }

    private static void Write(string path, IOptimizerState optimizer)
    {
        using var stream = File.Create(path);
        using var writer = new BinaryWriter(stream);
        optimizer.Write(writer);
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }

    private static IEnumerable<string> Problems(string folder, string name, nn.Module module)
    {
        var path = Path.Combine(folder, name + ModuleEnding);
        if (!File.Exists(path))
            return [$"the module '{name}' is missing"];

        using var file = WeightFile.Open(path);
        var state = module.state_dict();
        return [.. state.Keys.Union(file.Tensors.Keys).Order(StringComparer.Ordinal).Select(tensor =>
            !file.Tensors.TryGetValue(tensor, out var entry) ? $"'{name}/{tensor}' is missing"
            : !state.TryGetValue(tensor, out var target) ? $"'{name}/{tensor}' is unknown"
            : entry.Type != target.dtype || !entry.Shape.SequenceEqual(target.shape)
                ? $"'{name}/{tensor}' is {entry.Type} [{entry.Shape}], expected {target.dtype} [{string.Join(", ", target.shape)}]"
            : null).OfType<string>()];
    }

    private static void Read(string folder, string name, nn.Module module)
    {
        using var silent = no_grad();
        using var file = WeightFile.Open(Path.Combine(folder, name + ModuleEnding));
        foreach (var (tensor, target) in module.state_dict())
        {
            using var source = file.Read(tensor);
            target.copy_(source);
        }
    }
}
