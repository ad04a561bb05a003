using TorchSharp;

namespace VideoPoet.Inference;

/// <summary>The devices of the torch engine by name.</summary>
internal static class Devices
{
    /// <summary>Finds a device.</summary>
    /// <param name="name"><c>cpu</c>, <c>cuda</c>, or <c>cuda:</c> and a number.</param>
    /// <param name="problems">Gets a sentence when there is no such device here.</param>
    /// <returns>The device; null when there is none.</returns>
    public static torch.Device? Find(string name, List<string> problems)
    {
        var parts = name.Split(':');
        var isNumbered = parts.Length == 2 && int.TryParse(parts[1], out var number) && number >= 0;
        if (name != "cpu" && (parts[0] != "cuda" || (parts.Length > 1 && !isNumbered)))
            problems.Add($"'{name}' is no device; it must be cpu, cuda, or cuda:N.");
        else if (parts[0] == "cuda" && !torch.cuda.is_available())
            problems.Add($"there is no '{name}': the torch engine of this program finds no CUDA device. Use cpu, or build with TorchEngine=cuda.");
        else
            return torch.device(name);
        return null;
    }
}
