using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoPoet.Inference;
using VideoPoet.Media;

namespace VideoPoet.Samples.Worker;

/// <summary>
/// Fulfils the requests in a folder, in the order of their names, and moves each beside its result. When the service is stopped, the request at hand
/// stays where it is, and the next start begins it again.
/// </summary>
internal sealed partial class FolderWorker(IVideoGenerator generator, IOptions<FolderOptions> folders, ILogger<FolderWorker> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(folders.Value.Requests);
        Directory.CreateDirectory(folders.Value.Results);
        using var timer = new PeriodicTimer(BetweenLooks);
        do
        {
            foreach (var file in Directory.GetFiles(folders.Value.Requests, "*.json").Order(StringComparer.Ordinal))
                await FulfilAsync(file, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FulfilAsync(string file, CancellationToken stoppingToken)
    {
        var result = Path.Join(folders.Value.Results, Path.GetFileNameWithoutExtension(file));
        try
        {
            var order = JsonSerializer.Deserialize<VideoOrder>(await File.ReadAllTextAsync(file, stoppingToken), Json)
                ?? throw new JsonException("the file holds no request.");
            var request = new VideoGenerationRequest(order.Task) { Prompt = order.Prompt };
            var options = generator.GetService<RequestCheck>()!.DefaultsFor(request) with { Format = order.Format, Seed = order.Seed };
            var video = await generator.GenerateAsync(request, options, stoppingToken);
            await video.SaveAsync(result + ".mp4", stoppingToken);
            LogDone(result + ".mp4", video.Usage.Duration.TotalSeconds);
        }
        catch (Exception exception) when (exception is VideoGenerationException or MediaException or JsonException)
        {
            await File.WriteAllTextAsync(result + ".txt", exception.Message, stoppingToken);
            LogRefused(file, exception.Message);
        }
        File.Move(file, result + ".json", overwrite: true);
    }

    [LoggerMessage(LogLevel.Information, "{File} is done after {Seconds:0.0} s")]
    private partial void LogDone(string file, double seconds);

    [LoggerMessage(LogLevel.Warning, "{File} is refused: {Reason}")]
    private partial void LogRefused(string file, string reason);
}
