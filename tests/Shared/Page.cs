using System.Runtime.CompilerServices;

namespace VideoPoet.Tests;

/// <summary>The pages in docs, which say nothing that a test does not see.</summary>
internal static class Page
{
    /// <summary>The text of a page.</summary>
    public static string Text(string page, [CallerFilePath] string test = "")
    {
        var folder = Directory.GetParent(test);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VideoPoet.Framework.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "docs", page));
    }

    /// <summary>The page's C# is, word for word, what stands in the regions of the calling file, in the same order.</summary>
    public static void CheckCode(string page, [CallerFilePath] string test = "") => Assert.That(
        Text(page, test).Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]),
        Is.EqualTo(Regions(File.ReadAllLines(test))), $"docs/{page} shows other code than {Path.GetFileName(test)} runs");

    private static IEnumerable<string> Regions(IEnumerable<string> lines)
    {
        List<string>? region = null;
        foreach (var line in lines)
        {
            if (line.TrimStart().StartsWith("#region", StringComparison.Ordinal))
                region = [];
            else if (region is not null && line.TrimStart().StartsWith("#endregion", StringComparison.Ordinal))
            {
                var indent = region.Where(text => text.Length > 0).Min(text => text.Length - text.TrimStart().Length);
                yield return string.Concat(region.Select(text => (text.Length > 0 ? text[indent..] : text) + "\n"));
                region = null;
            }
            else
                region?.Add(line);
        }
    }
}
