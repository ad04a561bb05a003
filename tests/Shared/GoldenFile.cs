using System.Runtime.CompilerServices;

namespace VideoPoet.Tests;

/// <summary>Compares text with a file in the folder Golden beside the test; VIDEOPOET_UPDATE_GOLDEN=1 writes the file and fails.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string text, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("VIDEOPOET_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, text);
            Assert.Fail($"{file} was written; read its changes, and run again without VIDEOPOET_UPDATE_GOLDEN.");
        }
        Assert.That(file, Does.Exist);
        Assert.That(text, Is.EqualTo(File.ReadAllText(file)), $"what {file} pins has changed");
    }
}
