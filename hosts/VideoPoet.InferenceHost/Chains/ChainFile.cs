using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>Finds the file of a chain.</summary>
internal static class ChainFile
{
    private const string Extension = ".yaml";

    private static readonly string s_folder = Path.Join(AppContext.BaseDirectory, "chains");

    /// <summary>The names of the chains that come with the program.</summary>
    public static IEnumerable<string> Names => Directory.Exists(s_folder)
        ? Directory.GetFiles(s_folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Reads a chain.</summary>
    /// <param name="file">Its file, or the name of one that comes with the program.</param>
    /// <param name="catalog">The tasks that it may name.</param>
    /// <exception cref="SpecException">The file is wrong; every mistake is listed.</exception>
    /// <exception cref="ArgumentException">There is no such chain.</exception>
    public static ChainSpec Read(string file, TaskCatalog catalog) => new SpecReader(catalog).ReadChain(
        File.Exists(file) ? file
        : Names.Contains(file) ? Path.Join(s_folder, file + Extension)
        : throw new ArgumentException($"'{file}' is no file. {Core.Names.Unknown("chain", file, Names)}"));
}
