namespace VideoPoet.Models.WeightFiles;

/// <summary>Fills a folder beside its place and moves it there when it is complete, so that nobody ever sees half of it.</summary>
public static class ReplacedFolder
{
    /// <summary>Writes a folder. If that fails, the one that was there before is there again.</summary>
    /// <param name="path">Its place; while it is filled, it lies beside under this name with <c>.part</c> at the end.</param>
    /// <param name="fill">Fills the folder that it is given, which is empty.</param>
    public static void Write(string path, Action<string> fill)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var beside = ReplacedFile.Beside(place);
        try
        {
            Directory.CreateDirectory(beside);
            fill(beside);
            Move(beside, place);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    private static void Move(string beside, string place)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(beside, place);
            return;
        }
        var earlier = ReplacedFile.Beside(place);
        Directory.Move(place, earlier);
        try
        {
            Directory.Move(beside, place);
        }
        catch
        {
            Directory.Move(earlier, place);
            throw;
        }
        Directory.Delete(earlier, recursive: true);
    }
}
