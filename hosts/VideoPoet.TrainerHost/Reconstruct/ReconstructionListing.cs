namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>How a file came back from tokens.</summary>
/// <param name="File">The file.</param>
/// <param name="Video">Its pictures; null where there are none.</param>
/// <param name="Sound">Its sound; null where there is none.</param>
/// <param name="Output">The file that was written; null where none was asked for.</param>
/// <param name="Picture">The picture that was written; null where none was asked for.</param>
internal sealed record ReconstructionListing(
    string File, PictureListing? Video, SoundListing? Sound, string? Output, string? Picture);

/// <summary>How pictures came back from tokens.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Frames">The number of frames.</param>
/// <param name="FramesPerSecond">Their rate; null of an image.</param>
/// <param name="Tokens">The number of tokens.</param>
/// <param name="Bits">The bits of all tokens.</param>
/// <param name="BitsPerSecond">The bits of a second; null of an image.</param>
/// <param name="PsnrDb">The peak signal-to-noise ratio; null where nothing differs.</param>
/// <param name="Ssim">The structural similarity; null where the frames are too small for it.</param>
internal sealed record PictureListing(
    int Width, int Height, long Frames, double? FramesPerSecond, long Tokens, double Bits, double? BitsPerSecond, double? PsnrDb, double? Ssim);

/// <summary>How a sound came back from tokens.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="Tokens">The number of tokens.</param>
/// <param name="Bits">The bits of all tokens.</param>
/// <param name="BitsPerSecond">The bits of a second.</param>
/// <param name="MelDistance">The mean difference of the logarithms of mel magnitudes.</param>
/// <param name="SiSdrDb">The scale-invariant signal-to-distortion ratio; null where it is not finite, as of silence.</param>
internal sealed record SoundListing(double Seconds, long Tokens, double Bits, double BitsPerSecond, double MelDistance, double? SiSdrDb);
