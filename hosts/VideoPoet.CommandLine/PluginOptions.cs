using System.CommandLine;
using VideoPoet.Core;
using VideoPoet.Discovery;

namespace VideoPoet.CommandLine;

/// <summary>Where a verb looks for plugins: beside the program, in VIDEOPOET_PLUGINS, and where the command line says.</summary>
public static class PluginOptions
{
    private const string Variable = "VIDEOPOET_PLUGINS";

    private static readonly Option<string[]> Plugins = new("--plugins")
    {
        Description = $"A plugin's folder, or a folder of plugin folders; may be repeated. {Variable} holds more, divided by '{Path.PathSeparator}'.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>Adds the option to a verb and to the verbs below it.</summary>
    /// <param name="verb">The verb.</param>
    public static void AddTo(Command verb) => verb.Options.Add(Plugins);

    /// <summary>Finds the plugins, and says on standard error which do not work.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="PluginException">A plugin that was named does not work.</exception>
    public static DiscoveryResult Discover(ParseResult parsed)
    {
        var search = new PluginSearch();
        var beside = Path.Combine(AppContext.BaseDirectory, "plugins");
        if (Directory.Exists(beside))
            search = search with { Roots = [beside] };
        var fromVariable = Environment.GetEnvironmentVariable(Variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var found = PluginDiscovery.Discover(
            fromVariable.Concat(parsed.GetValue(Plugins) ?? []).Aggregate(search, (all, folder) => all.Naming(folder)));
        foreach (var broken in found.Broken)
            Console.Error.WriteLine(broken);
        return found;
    }
}
