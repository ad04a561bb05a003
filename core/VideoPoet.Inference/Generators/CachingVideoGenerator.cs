using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace VideoPoet.Inference;

/// <summary>
/// Keeps what was generated and gives it again when everything that decides it is the same: model, tokenizers, task, prompt, the pixels and samples of
/// media, and options. A request without a seed is always generated anew. Thread-safe.
/// </summary>
public sealed class CachingVideoGenerator : DelegatingVideoGenerator
{
    /// <summary>How much is kept, unless it is said: 256 MB.</summary>
    public const long DefaultBytes = 256L << 20;

    private readonly VideoPoetGenerator _recorder;
    private readonly ResponseCache _cache;

    /// <summary>Begins to keep what is generated.</summary>
    /// <param name="innerGenerator">Generates; behind it stands a <see cref="VideoPoetGenerator"/>, which knows what decides an output.</param>
    /// <param name="bytes">How many bytes of frames and sound are kept; the least recently used make room.</param>
    /// <exception cref="ArgumentException">There is no such generator behind it.</exception>
    public CachingVideoGenerator(IVideoGenerator innerGenerator, long bytes = DefaultBytes) : base(innerGenerator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        _recorder = innerGenerator.GetService<VideoPoetGenerator>()
            ?? throw new ArgumentException($"caching needs a {nameof(VideoPoetGenerator)}, which knows what decides an output.", nameof(innerGenerator));
        _cache = new(bytes);
    }

    /// <inheritdoc/>
    public override Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateStreamingAsync(request, options, cancellationToken).ToResponseAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var check = _recorder.GetService<RequestCheck>()!;
        var chosen = options ?? check.DefaultsFor(request);
        if (chosen.Seed is null)
        {
            await foreach (var update in base.GenerateStreamingAsync(request, options, cancellationToken).ConfigureAwait(false))
                yield return update;
            yield break;
        }
        // What cannot be fulfilled anyhow is not read.
        check.Plan(request, chosen);
        var kept = await ReadOnceAsync(request, cancellationToken).ConfigureAwait(false);
        var key = KeyOf(await _recorder.RecordAsync(kept, chosen, cancellationToken).ConfigureAwait(false));
        if (_cache.Get(key) is { } known)
        {
            foreach (var update in known)
                yield return update;
            yield break;
        }
        var parts = new List<VideoGenerationUpdate>();
        long bytes = 0;
        await foreach (var update in base.GenerateStreamingAsync(kept, chosen, cancellationToken).ConfigureAwait(false))
        {
            bytes += ResponseCache.BytesOf(update);
            if (bytes > _cache.MostBytes)
                parts.Clear();
            else
                parts.Add(update);
            yield return update;
        }
        if (bytes <= _cache.MostBytes)
            _cache.Add(key, parts, bytes);
    }

    // A stream can be read once, and what decides the output is asked for before it is generated.
    private async Task<VideoGenerationRequest> ReadOnceAsync(VideoGenerationRequest request, CancellationToken cancellationToken)
    {
        if (!request.Media.Any(medium => medium.Value is StreamSource))
            return request;
        var media = new RequestMedia();
        foreach (var (role, source) in request.Media)
        {
            if (source is not StreamSource stream)
            {
                media[role] = source;
                continue;
            }
            var bytes = await SourceOnDisk.ReadAsync(stream, _recorder.MediaLimits, cancellationToken).ConfigureAwait(false);
            media[role] = MediaSource.FromBytes(bytes) with { Start = source.Start, FromEnd = source.FromEnd };
        }
        return request with { Media = media };
    }

    private static string KeyOf(GenerationRecord record) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record)));
}
