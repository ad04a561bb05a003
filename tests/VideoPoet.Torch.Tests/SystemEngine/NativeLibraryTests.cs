using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace VideoPoet.Torch.Tests.SystemEngine;

public sealed class NativeLibraryTests
{
    private const string NativeFile = "libTorchSharpSystem.so";

    private string _folder = "";

    [SetUp]
    public void Copy_the_engine_alone()
    {
        _folder = Directory.CreateTempSubdirectory("engine ").FullName;
        File.Copy(typeof(torch).Assembly.Location, Path.Combine(_folder, "TorchSharp.dll"));
    }

    [TearDown]
    public void Remove_the_copy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_missing_native_library_is_named_with_the_remedy() => Assert.That(
        UseEngine,
        Throws.InstanceOf<DllNotFoundException>().With.Message.Contains(Path.Combine(_folder, NativeFile)).And.Message.Contains("./videopoet setup"));

    [Test]
    public void A_damaged_native_library_is_reported_with_the_remedy()
    {
        File.WriteAllText(Path.Combine(_folder, NativeFile), "not a library");

        Assert.That(UseEngine, Throws.InstanceOf<DllNotFoundException>().With.Message.Contains("libtorch 1.13").And.Message.Contains("./videopoet setup"));
    }

    [Test]
    public void A_native_library_for_another_libtorch_is_refused()
    {
        Compile("const char* engine_torch_version(void) { return \"2.10.0\"; }");

        Assert.That(UseEngine, Throws.InstanceOf<NotSupportedException>().With.Message.Contains("2.10.0").And.Message.Contains("1.13"));
    }

    // A second copy of the engine in a context of its own, so that it looks for its library beside itself.
    private void UseEngine()
    {
        var context = new AssemblyLoadContext("engine", isCollectible: false);
        var engine = context.LoadFromAssemblyPath(Path.Combine(_folder, "TorchSharp.dll"));
        try
        {
            engine.GetType("TorchSharp.torch")!.GetMethod(nameof(get_num_threads))!.Invoke(null, null);
        }
        catch (TargetInvocationException error)
        {
            throw error.InnerException!;
        }
    }

    private void Compile(string source)
    {
        var file = Path.Combine(_folder, "stub.c");
        File.WriteAllText(file, source);
        using var compiler = Process.Start("gcc", ["-shared", "-fPIC", "-o", Path.Combine(_folder, NativeFile), file]);
        compiler.WaitForExit();
        Assert.That(compiler.ExitCode, Is.Zero, "gcc");
    }
}
