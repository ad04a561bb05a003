namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Fills a folder beside its place and moves it there when it is complete, so that nobody ever sees half of it. One that is there is set aside until
/// then, where <see cref="BringBackIn"/> finds it after a process that was ended in between.
/// </summary>
public static class ReplacedFolder
{
    private const string Aside = ".replaced";

    /// <summary>Writes a folder. If that fails, the one that was there before is there again.</summary>
    /// <param name="path">Its place; while it is filled, it lies beside under this name with <c>.part</c> at the end.</param>
    /// <param name="fill">Fills the folder that it is given, which is empty.</param>
    public static void Write(string path, Action<string> fill)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        BringBack(place);
        var beside = ReplacedFile.Beside(place);
        try
        {
            Directory.CreateDirectory(beside);
            fill(beside);
            Put(beside, place);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Moves a folder that is complete to its place.</summary>
    /// <param name="beside">The folder.</param>
    /// <param name="place">Its place. If the folder cannot be moved, what was there before is there again.</param>
    public static void Put(string beside, string place)
    {
        BringBack(place);
        if (Directory.Exists(place))
            Directory.Move(place, place + Aside);
        try
        {
            Directory.Move(beside, place);
        }
        finally
        {
            BringBack(place);
        }
    }

    /// <summary>Brings back what a process that was ended has set aside, and deletes what has its successor in its place.</summary>
    /// <param name="folder">The folder of the places; it need not exist, and nobody writes into it now.</param>
    public static void BringBackIn(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var aside in Directory.GetDirectories(folder, "*" + Aside))
            BringBack(PlaceOf(aside));
    }

    /// <summary>Whether a folder was set aside, and what it was set aside for is in its place.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsSuperseded(string folder) => folder.EndsWith(Aside, StringComparison.Ordinal) && Directory.Exists(PlaceOf(folder));

    private static string PlaceOf(string aside) => aside[..^Aside.Length];

    private static void BringBack(string place)
    {
        var aside = place + Aside;
        if (!Directory.Exists(aside))
            return;
        if (Directory.Exists(place))
            Directory.Delete(aside, recursive: true);
        else
            Directory.Move(aside, place);
    }
}
