using System.Reflection;
using System.Runtime.Loader;

namespace OpenCvSharp.Tests.SystemEngine;

public sealed class MissingLibraryTests
{
    [Test]
    public void A_missing_native_library_names_the_place_and_the_remedy()
    {
        using var folder = new TemporaryFolder();

        var error = CreateMatBeside(folder, library: null);

        Assert.That(error.Message, Does.Contain(folder.File("libOpenCvSharpSystem.so")).And.Contain("./videopoet setup"));
    }

    [Test]
    public void A_broken_native_library_names_the_place_and_the_remedy()
    {
        using var folder = new TemporaryFolder();

        var error = CreateMatBeside(folder, library: "not a library");

        Assert.That(error.Message, Does.Contain($"does not load from {folder.File("libOpenCvSharpSystem.so")}").And.Contain("./videopoet setup"));
    }

    // The engine in a load context of its own, from a folder with another native library than ours.
    private static DllNotFoundException CreateMatBeside(TemporaryFolder folder, string? library)
    {
        File.Copy(typeof(Mat).Assembly.Location, folder.File("OpenCvSharp.dll"));
        if (library is not null) File.WriteAllText(folder.File("libOpenCvSharpSystem.so"), library);
        var context = new AssemblyLoadContext("without a native library", isCollectible: true);
        try
        {
            var mat = context.LoadFromAssemblyPath(folder.File("OpenCvSharp.dll")).GetType(typeof(Mat).FullName!)!;
            var error = Assert.Throws<TargetInvocationException>(() => mat.GetConstructor([])!.Invoke(null));
            Assert.That(error.InnerException, Is.TypeOf<DllNotFoundException>());
            return (DllNotFoundException)error.InnerException!;
        }
        finally
        {
            context.Unload();
        }
    }
}
