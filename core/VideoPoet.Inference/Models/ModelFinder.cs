using VideoPoet.Core;
using VideoPoet.Models;

namespace VideoPoet.Inference;

/// <summary>Finds the folder that a model's name stands for.</summary>
internal static class ModelFinder
{
    /// <summary>The folder of a model.</summary>
    /// <param name="model">The path of the folder, or a name below <c>models</c> beside the program.</param>
    /// <exception cref="VideoGenerationException">There is no such model; the message says where it was looked for, and which there are.</exception>
    public static string Find(string model)
    {
        try
        {
            return ModelFolders.Find(model);
        }
        catch (ArgumentException exception)
        {
            throw new VideoGenerationException(UserMessage.Of(exception), exception);
        }
    }
}
