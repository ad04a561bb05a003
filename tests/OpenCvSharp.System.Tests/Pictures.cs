namespace OpenCvSharp.Tests;

/// <summary>The committed pictures, and how far two pictures are apart.</summary>
internal static class Pictures
{
    public static Mat Read(string name, ImreadModes mode = ImreadModes.Unchanged)
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "References", name);
        var picture = Cv2.ImRead(path, mode);
        Assert.That(picture.Empty(), Is.False, $"{path} is not there or no picture.");
        return picture;
    }

    public static double LargestDifference(Mat a, Mat b)
    {
        Assert.That((a.Size(), a.Type()), Is.EqualTo((b.Size(), b.Type())));
        return Cv2.Norm(a, b, NormTypes.INF);
    }
}
