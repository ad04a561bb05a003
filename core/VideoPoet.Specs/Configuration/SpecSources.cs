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

    // Configuration sorts its keys; a reader expects the order of the file, with what the overrides add behind it.
    private List<SpecNode> Children(string path, IConfiguration configuration)
    {
        List<string> written = _yaml.Find(path)?.Value switch
        {
            YamlMap map => [.. map.Entries.Select(entry => entry.Key)],
            YamlList list => [.. Enumerable.Range(0, list.Items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture))],
            _ => [],
        };
        var added = configuration.GetChildren().Select(section => section.Key).Except(written, StringComparer.OrdinalIgnoreCase);
        return [.. written.Concat(added).Select(key => Node(configuration.GetSection(key)))];
    }

    private SpecNode Node(IConfigurationSection section)
    {
        var written = _yaml.Find(section.Path);
        var path = _root.Length == 0 ? section.Path : ConfigurationPath.Combine(_root, section.Path);
        if (OverrideAt(section.Path) is { } here)
            return new SpecScalar(path, written?.Key ?? section.Key, written?.KeyAt ?? here, here, section.Value, Quoted: false);

        var below = OverrideBelow(section.Path);
        if (written is { Value: YamlScalar scalar } && below is null)
            return new SpecScalar(path, written.Key, written.KeyAt, scalar.At, section.Value, scalar.Quoted);

        var children = Children(section.Path, section);
        return written switch
        {
            { Value: YamlMap map } => new SpecMap(path, written.Key, written.KeyAt, map.At, children),
            { Value: YamlList list } => new SpecList(path, written.Key, written.KeyAt, list.At, children),
            _ when children.All(child => int.TryParse(child.Key, out _)) => new SpecList(path, section.Key, below!, below!, children),
            _ => new SpecMap(path, section.Key, below!, below!, children),
        };
    }

    // The override that gives the value at a path.
    private Origin? OverrideAt(string path) => WinningOverride(provider => provider.TryGet(path, out _) ? path : null);

    // An override that gives a value somewhere below a path.
    private Origin? OverrideBelow(string path) => WinningOverride(provider => KeyBelow(provider, path));

    private Origin? WinningOverride(Func<IConfigurationProvider, string?> keyOf) =>
        _configuration.Providers.Reverse().Select(provider => provider switch
        {
            CommandLineConfigurationProvider when keyOf(provider) is { } key => new SettingOrigin(_overrides.Section + key),
            EnvironmentVariablesConfigurationProvider when keyOf(provider) is { } key => new EnvironmentOrigin(VariableOf(key)),
            _ => default(Origin),
        }).FirstOrDefault(origin => origin is not null);

    private static string? KeyBelow(IConfigurationProvider provider, string path)
    {
        if (provider.GetChildKeys([], path).FirstOrDefault() is not { } child)
            return null;
        var below = ConfigurationPath.Combine(path, child);
        return provider.TryGet(below, out _) ? below : KeyBelow(provider, below);
    }

    private string VariableOf(string key) => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .First(name => string.Equals(PathOf(name), PathOf(_environmentPrefix) + key, StringComparison.OrdinalIgnoreCase));

    // As the environment's provider makes paths of names.
    private static string PathOf(string variable) => variable.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
