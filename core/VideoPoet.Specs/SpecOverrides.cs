using Microsoft.Extensions.Configuration;

namespace VideoPoet.Specs;

/// <summary>
/// Values that win over a specification's file: first the environment variables <c>VIDEOPOET_MODEL__…</c>, <c>VIDEOPOET_MIXTURE__…</c>
/// and <c>VIDEOPOET_RECIPE__…</c>, then the settings of the command line.
/// </summary>
public sealed record SpecOverrides
{
    private readonly IReadOnlyList<(string Key, string Value)> _settings;

    private SpecOverrides(IReadOnlyList<(string, string)> settings, string section)
    {
        _settings = settings;
        Section = section;
    }

    /// <summary>No settings; environment variables still count.</summary>
    public static SpecOverrides None { get; } = new([], "");

    /// <summary>The path of the specification that the settings are for, as a prefix of each written key; empty for the root.</summary>
    internal string Section { get; }

    /// <summary>Takes settings of the form <c>key=value</c>; the parts of a key are separated by colons, as in <c>stages:0:until=30%</c>.</summary>
    /// <param name="settings">The settings; of two with one key, the last wins.</param>
    /// <exception cref="SpecException">A setting has no key or no equals sign.</exception>
    public static SpecOverrides Parse(IEnumerable<string> settings)
    {
        var errors = new SpecErrors();
        var pairs = new List<(string, string)>();
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=');
            if (equals > 0)
            {
                pairs.Add((setting[..equals], setting[(equals + 1)..]));
            }
            else
            {
                errors.Add(new SettingOrigin(setting), "a setting is key=value, as in tokenBudget=4096.");
            }
        }

        errors.ThrowIfAny();
        return new(pairs, "");
    }

    /// <summary>The settings for a specification that stands at a key of this one.</summary>
    internal SpecOverrides Under(string key)
    {
        var prefix = key + ConfigurationPath.KeyDelimiter;
        var below = _settings.Where(pair => pair.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return new([.. below.Select(pair => (pair.Key[prefix.Length..], pair.Value))], Section + prefix);
    }

    /// <summary>The settings without those for specifications that stand at the given keys.</summary>
    internal SpecOverrides Except(IEnumerable<string> keys)
    {
        var prefixes = keys.Select(key => key + ConfigurationPath.KeyDelimiter).ToList();
        bool IsBelow(string key) => prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return new([.. _settings.Where(pair => !IsBelow(pair.Key))], Section);
    }

    /// <summary>The settings as the command line provider reads them.</summary>
    internal string[] ToArguments() => [.. _settings.Select(pair => $"--{pair.Key}={pair.Value}")];
}
