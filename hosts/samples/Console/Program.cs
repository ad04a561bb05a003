using VideoPoet.Inference;
using VideoPoet.Media;

// Generates a video from a text: dotnet run --project hosts/samples/Console -- "a red ball bounces on a blue floor" ball.mp4
if (args is not [var prompt, var file, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine("usage: PROMPT FILE.mp4 [MODEL]");
    return 2;
}
try
{
    using var generator = VideoPoetGenerator.Create(options => options.Model = rest is [var model] ? model : options.Model);
    var video = await generator.GenerateAsync(new("text-to-video") { Prompt = prompt });
    await video.SaveAsync(file);
    Console.WriteLine($"{file}: {video.Frames!.Count} frames of {video.Usage.OutputTokens} tokens in {video.Usage.Duration.TotalSeconds:0.0} s");
    return 0;
}
catch (Exception exception) when (exception is VideoGenerationException or MediaException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
