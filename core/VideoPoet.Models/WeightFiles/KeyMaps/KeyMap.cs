using VideoPoet.Core;
using VideoPoet.Models.Common;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Where a published format keeps the tensors of a module. The map is read from the module's side: for each of its parameters and persistent buffers
/// the first rule whose pattern matches says what to read.
/// </summary>
/// <param name="Format">The format's name, for messages.</param>
public sealed record KeyMap(string Format)
{
    /// <summary>The map of files that have the module's own names.</summary>
    public static KeyMap SameNames { get; } = new("a file with the module's own names") { Rules = [KeyRule.SameName] };

    /// <summary>The rules; of several that match a name the first counts.</summary>
    public required ValueList<KeyRule> Rules { get; init; }

    /// <summary>Patterns of stored names that the module has no use for, such as <c>decoder.{rest*}</c>; all others must be used.</summary>
    public ValueList<string> Ignored { get; init; } = [];

    /// <summary>
    /// The dictionary in which the format's checkpoints keep the tensors, such as <c>state_dict</c>: what lies beside it is nobody's business, and
    /// all names are those within. A file without it, as converters write, has the tensors at its top.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>Compares names, shapes and kinds of type without reading a value; the module may be on any device, <c>meta</c> included.</summary>
    /// <param name="file">The file.</param>
    /// <param name="module">The module.</param>
    /// <exception cref="WeightMismatchException">They disagree; every disagreement is listed.</exception>
    public void Check(IWeightFile file, nn.Module module) => KeyMatching.Of(this, file, module);

    /// <summary>Copies values into a module's parameters and persistent buffers, which keep their objects, types and devices.</summary>
    /// <param name="file">The file.</param>
    /// <param name="module">The module; it is left as it was when the file does not fit.</param>
    /// <exception cref="WeightMismatchException">They disagree; every disagreement is listed.</exception>
    /// <exception cref="WeightFileException">The elements of a tensor are damaged, which shows only now; the module is filled in part.</exception>
    /// <exception cref="ArgumentException">A tensor of the module is on the device <c>meta</c>, which holds no values.</exception>
    public void Load(IWeightFile file, nn.Module module)
    {
        var assignments = KeyMatching.Of(this, file, module);
        if (assignments.FirstOrDefault(assignment => assignment.Tensor.is_meta) is { } empty)
            throw new ArgumentException($"'{empty.Target.Name}' is on the device meta, which holds no values.", nameof(module));
        using var silent = no_grad();
        foreach (var (target, tensor, source, stored) in assignments)
        {
            using var scope = NewDisposeScope();
            tensor.copy_(source.Make([.. stored.Select(file.Read)], target.Shape));
        }
    }

    /// <summary>Makes a network that is only looked through, with the values of a file: frozen, and set to evaluation.</summary>
    /// <param name="file">The file.</param>
    /// <param name="create">Makes the network on a device.</param>
    /// <param name="device">Where its parameters will live; the default device when null.</param>
    /// <exception cref="WeightMismatchException">They disagree; every disagreement is listed.</exception>
    /// <exception cref="WeightFileException">The elements of a tensor are damaged.</exception>
    internal TModule Open<TModule>(IWeightFile file, Func<Device?, TModule> create, Device? device) where TModule : nn.Module
    {
        // Before memory is taken for weights that may not fit.
        using (var shapes = create(META))
            Check(file, shapes);
        return create(device).FrozenWith(network => Load(file, network));
    }

    /// <summary>Writes a module's parameters and persistent buffers as safetensors under the format's names.</summary>
    /// <param name="path">The file, which is replaced once the new one is complete.</param>
    /// <param name="module">The module.</param>
    /// <param name="metadata">Texts to keep beside the tensors.</param>
    /// <exception cref="NotSupportedException">The format does not store a tensor as it is.</exception>
    public void Write(string path, nn.Module module, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        var rules = Rules.Select(rule => (Pattern: new KeyPattern(rule.Target), rule.Source)).ToList();
        SafetensorsWriter.Write(
            path,
            [
                .. module.named_parameters().Select(entry => (StoredName(entry.name), (Tensor)entry.parameter)),
                .. module.named_buffers(include_nonpersistent: false).Select(entry => (StoredName(entry.name), entry.buffer)),
            ],
            metadata);

        string StoredName(string name)
        {
            foreach (var (pattern, source) in rules)
            {
                if (pattern.Match(name) is { } values)
                {
                    return source.Name is { } template
                        ? KeyPattern.Fill(template, values)
                        : throw new NotSupportedException($"'{name}' cannot be written as {Format}, which stores it in another form.");
                }
            }
            throw new NotSupportedException($"'{name}' cannot be written as {Format}: no rule says where it is stored.");
        }
    }
}
