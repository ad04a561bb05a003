using VideoPoet.Inference.Tests.Generation;

namespace VideoPoet.Tests;

/// <summary>A small model with drawn weights.</summary>
public sealed partial class TestFiles
{
    /// <summary>The folder of the model.</summary>
    public static string Model => PathOf("model");

    static partial void WriteModel()
    {
        SmallModel.Write(Directory.CreateDirectory(Model).FullName);
        // What a program takes where nobody names a model.
        Directory.CreateDirectory(PathOf("models"));
        Directory.CreateSymbolicLink(PathOf("models/mini"), Model);
    }
}
