namespace VideoPoet.InferenceHost.Demo;

/// <summary>What the tasks do, in a sentence each.</summary>
internal static class GalleryWords
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["text-to-video"] = "A video of nothing but words.",
        ["text-to-image"] = "A picture of nothing but words: the beginning of a video that ends with its first frame.",
        ["image-to-video"] = "A picture comes to life, as the words say.",
        ["frame-prediction"] = "The first frames are given; the model says how it goes on.",
        ["inpainting"] = "The middle of a video is missing, and is filled. Every pixel outside it stays.",
        ["outpainting"] = "Only the middle of a video is given; its surroundings are made.",
        ["stylization"] = "Another look for the same motion: the model sees where things move and how far away they are, and nothing else.",
        ["video-to-audio"] = "What a silent video sounds like.",
        ["audio-to-video"] = "What a sound looks like. Each shape has a timbre of its own.",
        ["audio-video-continuation"] = "One frame and its sound are given; picture and sound go on together.",
        ["unconditional-video"] = "Nothing is given.",
        ["unconditional-image"] = "Nothing is given.",
        ["text-to-audio-video"] = "Two steps: a video of words, then its sound.",
        ["animate-and-stylize"] = "Two steps: a picture comes to life, then gets another look.",
        ["outpaint-and-stylize"] = "Two steps: the surroundings of a video are made, then the whole gets another look.",
    };

    /// <summary>What a task does; nothing of one that is not the framework's own.</summary>
    public static string Of(string task) => Sentences.GetValueOrDefault(task, "");
}
