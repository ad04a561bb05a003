using VideoPoet.Inference;

// Generates a video from a text: dotnet run --project hosts/samples/Console -- runs/mini "a ball rolls left" ball.mp4
if (args is not [var model, var prompt, var file])
{
    Console.Error.WriteLine("usage: MODEL PROMPT FILE.mp4");
    return 2;
}
using var generator = VideoPoetGenerator.Create(options => options.Model = model);
var request = new VideoGenerationRequest("text-to-video") { Prompt = prompt };
var video = await generator.GenerateAsync(request, new() { Seed = 7 });
await video.SaveAsync(file);
Console.WriteLine($"{file}: {video.Frames!.Count} frames of {video.Usage.OutputTokens} tokens in {video.Usage.Duration.TotalSeconds:0.0} s");
return 0;
