using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace VideoPoet.Inference;

/// <summary>Logs what is generated: its task, how long it took, and what went wrong. Prompts are logged at the level Trace only.</summary>
/// <param name="innerGenerator">Generates.</param>
/// <param name="logger">Logs.</param>
public sealed partial class LoggingVideoGenerator(IVideoGenerator innerGenerator, ILogger logger) : DelegatingVideoGenerator(innerGenerator)
{
    /// <inheritdoc/>
    public override async Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = Begin(request);
        try
        {
            var response = await base.GenerateAsync(request, options, cancellationToken).ConfigureAwait(false);
            LogCompleted(request.Task, Stopwatch.GetElapsedTime(started).TotalSeconds, response.Usage.OutputTokens);
            return response;
        }
        catch (Exception exception)
        {
            LogEnd(request.Task, exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = Begin(request);
        var updates = base.GenerateStreamingAsync(request, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = updates.ConfigureAwait(false);
        long tokens = 0;
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    break;
            }
            catch (Exception exception)
            {
                LogEnd(request.Task, exception);
                throw;
            }
            tokens = updates.Current.Progress.Tokens;
            yield return updates.Current;
        }
        LogCompleted(request.Task, Stopwatch.GetElapsedTime(started).TotalSeconds, tokens);
    }

    private long Begin(VideoGenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        LogBegun(request.Task);
        if (request.Prompt is not null)
            LogPrompt(request.Prompt);
        return Stopwatch.GetTimestamp();
    }

    private void LogEnd(string task, Exception exception)
    {
        if (exception is OperationCanceledException)
            LogCanceled(task);
        else if (exception is VideoGenerationException)
            LogRefused(task, exception.Message);
        else
            LogFailed(task, exception);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "'{Task}' begins.")]
    private partial void LogBegun(string task);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Prompt: {Prompt}")]
    private partial void LogPrompt(string prompt);

    [LoggerMessage(Level = LogLevel.Information, Message = "'{Task}' took {Seconds:0.###} s for {Tokens} tokens.")]
    private partial void LogCompleted(string task, double seconds, long tokens);

    [LoggerMessage(Level = LogLevel.Information, Message = "'{Task}' was cancelled.")]
    private partial void LogCanceled(string task);

    [LoggerMessage(Level = LogLevel.Warning, Message = "'{Task}' was refused: {Problems}")]
    private partial void LogRefused(string task, string problems);

    [LoggerMessage(Level = LogLevel.Error, Message = "'{Task}' failed.")]
    private partial void LogFailed(string task, Exception exception);
}
