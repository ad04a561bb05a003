using System.Globalization;
using Microsoft.Extensions.Configuration;
using VideoPoet.Specs.Yaml;

namespace VideoPoet.Specs.Configuration;

/// <summary>Offers a YAML map as configuration values and still knows which node and which key each path came from.</summary>
internal sealed class YamlConfigurationProvider(YamlMap root) : ConfigurationProvider, IConfigurationSource
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Add("", "", root.At, root);

    /// <summary>The node at a path with its key; null where the file says nothing.</summary>
    public YamlEntry? Find(string path) => _entries.GetValueOrDefault(path);

    private void Add(string path, string key, FileOrigin keyAt, YamlNode node)
    {
        _entries[path] = new(key, keyAt, node);
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                    Add(Below(path, entry.Key), entry.Key, entry.KeyAt, entry.Value);

                break;
            case YamlList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var name = index.ToString(CultureInfo.InvariantCulture);
                    Add(Below(path, name), name, list.Items[index].At, list.Items[index]);
                }

                break;
            case YamlScalar scalar:
                Data[path] = scalar.Text;
                break;
        }
    }

    private static string Below(string path, string key) => path.Length == 0 ? key : ConfigurationPath.Combine(path, key);
}
