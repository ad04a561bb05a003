namespace VideoPoet.Core;

/// <summary>What a request supplies, or what training takes from a clip in its place.</summary>
public enum MediaRole
{
    /// <summary>A prompt; in training the clip's caption.</summary>
    Prompt,

    /// <summary>One image; in training the clip's first frame.</summary>
    FirstFrame,

    /// <summary>A video; in training the clip's frames, or as many of them as the view looks at.</summary>
    Video,

    /// <summary>A sound; in training the clip's sound, or as much of it as the view listens to.</summary>
    Sound,

    /// <summary>A mask as large as the video, of one frame or as many as the video has: white is to be filled, black is given.</summary>
    Mask,
}
