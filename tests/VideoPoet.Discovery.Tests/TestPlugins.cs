using System.Runtime.InteropServices;

namespace VideoPoet.Tests;

/// <summary>Compiles the plugins in the folder Plugins once, each into a folder of its own.</summary>
[SetUpFixture]
internal sealed class TestPlugins
{
    private static string s_folder = "";

    /// <summary>The folder of one plugin.</summary>
    public static string Of(string name) => Path.Combine(s_folder, name);

    /// <summary>A new folder with copies of some plugins.</summary>
    public static string Root(params string[] names)
    {
        var root = Directory.CreateDirectory(Path.Combine(s_folder, "roots", Path.GetRandomFileName())).FullName;
        foreach (var name in names)
            Copy(name, Path.Combine(root, name));
        return root;
    }

    /// <summary>Copies a plugin into a folder.</summary>
    public static void Copy(string name, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Of(name)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    [OneTimeSetUp]
    public void Compile()
    {
        s_folder = Directory.CreateTempSubdirectory("videopoet-plugins-").FullName;
        Command.Run(
            "dotnet",
            Path.Combine(Command.RepositoryRoot, "tests", "VideoPoet.Discovery.Tests", "Plugins"),
            "msbuild",
            "Plugins.proj",
            "-nologo",
            "-v:quiet",
            "-m:1",
            $"-p:ContractFolder={Command.HostFolder}",
            $"-p:RuntimeFolder={RuntimeEnvironment.GetRuntimeDirectory()}",
            $"-p:PluginOutput={s_folder}").Succeeded();
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Of("NotAnAssembly")).FullName, "NotAnAssembly.dll"), "hello");
        var whole = File.ReadAllBytes(Path.Combine(Of("Working"), "Working.dll"));
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Of("Truncated")).FullName, "Truncated.dll"), whole[..(whole.Length / 2)]);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(s_folder, recursive: true);
}
