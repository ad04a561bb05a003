using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using VideoPoet.Specs.Yaml;

namespace VideoPoet.Specs.Configuration;

/// <summary>Lays the sources of one specification over each other: its YAML file, then the environment, then the settings; the last wins.</summary>
internal sealed class SpecSources
{
    private readonly IConfigurationRoot _configuration;
    private readonly YamlConfigurationProvider _yaml;
    private readonly string _environmentPrefix;
    private readonly SpecOverrides _overrides;
    private readonly string _root;

    private SpecSources(YamlMap map, string kind, SpecOverrides overrides)
    {
        _yaml = new(map);
        _environmentPrefix = $"VIDEOPOET_{kind.ToUpperInvariant()}__";
        _overrides = overrides;
        _root = overrides.Section.TrimEnd(':');
        _configuration = new ConfigurationBuilder()
            .Add(_yaml)
            .AddEnvironmentVariables(_environmentPrefix)
            .AddCommandLine(overrides.ToArguments())
            .Build();
    }

    /// <summary>The tree of values that wins.</summary>
    /// <param name="map">What the file says.</param>
    /// <param name="kind">The specification's kind, which names its environment variables.</param>
    /// <param name="overrides">The settings for this specification.</param>
    public static SpecMap Merge(YamlMap map, string kind, SpecOverrides overrides)
    {
        var sources = new SpecSources(map, kind, overrides);
        return new(sources._root, "", map.At, map.At, sources.Children("", sources._configuration));
    }

    private List<SpecNode> Children(string path, IConfiguration configuration)
    {
        var sections = configuration.GetChildren().ToList();
        var written = _yaml.Find(path)?.Value switch
        {
            YamlMap map => map.Entries.Select(entry => entry.Key),
            YamlList list => Enumerable.Range(0, list.Items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
            _ => [],
        };

        // Configuration sorts its keys; a reader expects the order of the file, with what the overrides add behind it.
        var order = written.Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. order.Keys.Select(key => Node(configuration.GetSection(key))),
            .. sections.Where(section => !order.ContainsKey(section.Key)).Select(Node),
        ];
    }

    private SpecNode Node(IConfigurationSection section)
    {
        var entry = _yaml.Find(section.Path);
        var value = OverrideOf(section.Path, isPrefix: false);
        var part = value is null ? OverrideOf(section.Path, isPrefix: true) : null;
        var key = entry?.Key ?? section.Key;
        var path = _root.Length == 0 ? section.Path : ConfigurationPath.Combine(_root, section.Path);
        var at = value ?? (entry?.Value is null or YamlScalar ? part : null) ?? entry!.Value.At;
        var keyAt = entry?.KeyAt ?? at;
        if (value is not null || (part is null && entry?.Value is YamlScalar))
            return new SpecScalar(path, key, keyAt, at, section.Value, value is null && entry!.Value is YamlScalar { Quoted: true });

        var children = Children(section.Path, section);
        var isList = entry?.Value is YamlList || (entry?.Value is not YamlMap && children.All(child => int.TryParse(child.Key, out _)));
        return isList ? new SpecList(path, key, keyAt, at, children) : new SpecMap(path, key, keyAt, at, children);
    }

    private Origin? OverrideOf(string path, bool isPrefix) =>
        _configuration.Providers.Reverse().Select(provider => provider switch
        {
            CommandLineConfigurationProvider when KeyOf(provider, path, isPrefix) is { } key => new SettingOrigin(_overrides.Section + key),
            EnvironmentVariablesConfigurationProvider when KeyOf(provider, path, isPrefix) is { } key => new EnvironmentOrigin(VariableOf(key)),
            _ => default(Origin),
        }).FirstOrDefault(origin => origin is not null);

    // The first full key that a provider has at a path or, for a prefix, anywhere below it.
    private static string? KeyOf(IConfigurationProvider provider, string path, bool isPrefix)
    {
        if (!isPrefix)
            return provider.TryGet(path, out _) ? path : null;

        var child = provider.GetChildKeys([], path).FirstOrDefault();
        if (child is null)
            return null;

        var below = ConfigurationPath.Combine(path, child);
        return KeyOf(provider, below, isPrefix: false) ?? KeyOf(provider, below, isPrefix: true);
    }

    private string VariableOf(string key)
    {
        var normalized = _environmentPrefix + key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal);
        return Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key)
            .First(name => string.Equals(name, normalized, StringComparison.OrdinalIgnoreCase));
    }
}
