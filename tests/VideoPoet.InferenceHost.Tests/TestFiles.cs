using VideoPoet.Inference.Tests.Generation;

namespace VideoPoet.Tests;

/// <summary>A small model with drawn weights.</summary>
public sealed partial class TestFiles
{
    /// <summary>The folder of the model.</summary>
    public static string Model => PathOf("model");

    /// <summary>The folder of a model that was trained on text-to-video alone.</summary>
    public static string ModelOfOneTask => PathOf("one-task");

    static partial void WriteModel()
    {
        SmallModel.Write(Directory.CreateDirectory(Model).FullName);
        SmallModel.Write(Directory.CreateDirectory(ModelOfOneTask).FullName, ["text-to-video"]);
        // What a program takes where nobody names a model.
        Directory.CreateDirectory(PathOf("models"));
        Directory.CreateSymbolicLink(PathOf("models/mini"), Model);
    }
}
