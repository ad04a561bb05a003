namespace VideoPoet.Core;

/// <summary>The size and the length of a clip, and with them the number of its tokens.</summary>
/// <remarks>
/// Every clip has 8 frames a second and sound at 16 kHz. The visual tokenizer makes one code of 8 × 8 pixels, of the first frame alone
/// and then of every 4 frames; the audio tokenizer makes one frame of codes of 320 samples (paper §3.1).
/// </remarks>
public sealed record VideoFormat
{
    /// <summary>Frames a second of every clip.</summary>
    public const int FramesPerSecond = 8;

    /// <summary>Samples a second of every sound.</summary>
    public const int SampleRateHz = 16_000;

    /// <summary>Frames that one latent frame stands for, after the first frame.</summary>
    public const int FrameStride = 4;

    /// <summary>Pixels along an edge that one code stands for.</summary>
    public const int PixelStride = 8;

    /// <summary>Samples that one latent audio frame stands for.</summary>
    public const int SampleStride = 320;

    // The format that is meant when a sequence has no format token.
    private const int DefaultWidth = 128, DefaultHeight = 128, DefaultFrames = 17;

    /// <summary>Declares a format.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    /// <param name="width">Pixels, a multiple of 8.</param>
    /// <param name="height">Pixels, a multiple of 8.</param>
    /// <param name="frames">1 + 4k frames; 1 is an image.</param>
    /// <exception cref="ArgumentException">A value breaks its rule.</exception>
    public VideoFormat(string name, int width, int height, int frames)
    {
        Name = Names.Check(name, "format");
        Width = Multiple(width, nameof(width));
        Height = Multiple(height, nameof(height));
        Frames = CheckFrames(frames);
        if ((long)Latent.Time * Latent.Height * Latent.Width > int.MaxValue / 4)
            throw new ArgumentOutOfRangeException(nameof(frames), frames, $"the format '{name}' has too many tokens for a sequence.");
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Frames: 1 + 4k.</summary>
    public int Frames { get; }

    /// <summary>Image or video.</summary>
    public FormatKinds Kind => Frames == 1 ? FormatKinds.Image : FormatKinds.Video;

    /// <summary>How long a clip takes.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Frames / FramesPerSecond);

    /// <summary>The samples of a clip's sound, before the audio tokenizer drops an incomplete frame.</summary>
    public int Samples => SamplesOf(Frames);

    /// <summary>The shape of the visual codes.</summary>
    public LatentShape Latent => LatentOf(Frames);

    /// <summary>The latent audio frames.</summary>
    public int AudioFrames => AudioFramesOf(Frames);

    /// <summary>The name of the resolution token, such as <c>128x224</c>; null for 128 × 128, which needs none (paper §4.1).</summary>
    public string? ResolutionToken => (Width, Height) == (DefaultWidth, DefaultHeight) ? null : $"{Width}x{Height}";

    /// <summary>The name of the duration token, such as <c>41</c>; null for 17 frames and for images, which need none.</summary>
    public string? DurationToken => Frames is 1 or DefaultFrames ? null : $"{Frames}";

    /// <summary>The shape of the codes of a clip's leading frames.</summary>
    /// <param name="leadingFrames">1 + 4k frames.</param>
    public LatentShape LatentOf(int leadingFrames) =>
        new(1 + (CheckFrames(leadingFrames) - 1) / FrameStride, Height / PixelStride, Width / PixelStride);

    /// <summary>The latent audio frames of a clip's leading frames; an incomplete one is dropped.</summary>
    /// <param name="leadingFrames">1 + 4k frames.</param>
    public static int AudioFramesOf(int leadingFrames) => SamplesOf(CheckFrames(leadingFrames)) / SampleStride;

    /// <summary>Checks that a number of frames can be tokenized: 1 + 4k.</summary>
    /// <param name="frames">The number of frames.</param>
    /// <returns>The number of frames.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not 1 + 4k.</exception>
    public static int CheckFrames(int frames) => frames >= 1 && frames % FrameStride == 1
        ? frames
        : throw new ArgumentOutOfRangeException(nameof(frames), frames, "a number of frames must be 1 + 4k: 1, 5, 9, 13, 17, …");

    /// <summary>The name, the size and the frames.</summary>
    public override string ToString() => $"{Name} ({Width}×{Height}, {Frames} frame{(Frames == 1 ? "" : "s")})";

    private static int SamplesOf(int frames) => checked(frames * (SampleRateHz / FramesPerSecond));

    private static int Multiple(int pixels, string what) => pixels >= PixelStride && pixels % PixelStride == 0
        ? pixels
        : throw new ArgumentOutOfRangeException(what, pixels, $"{what} must be a positive multiple of {PixelStride} pixels.");
}
