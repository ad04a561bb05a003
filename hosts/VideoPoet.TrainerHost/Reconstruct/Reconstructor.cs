using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Takes a file to tokens and back.</summary>
internal sealed class Reconstructor(
    ReconstructionRequest request, MediaInfo info, TokenizerFolder tokenizers, Targets targets, IWorkDisplay display)
{
    private const int PartFrames = 16, PartSamples = VideoFormat.SampleRateHz;

    /// <summary>Reads, encodes, decodes, measures and writes.</summary>
    /// <exception cref="MediaException">The file cannot be read, or a target cannot be written.</exception>
    /// <exception cref="ArgumentException">There is nothing to take to tokens.</exception>
    public async Task<ReconstructionListing> RunAsync(CancellationToken cancellationToken)
    {
        var video = info.Video is not null && targets.TakesPictures ? Find(() => tokenizers.Video, isOnly: info.Sound is null) : null;
        var audio = info.Sound is not null && targets.TakesSound ? Find(() => tokenizers.Audio, isOnly: video is null) : null;
        if (video is null && audio is null)
        {
            throw new ArgumentException(
                $"{request.File} has {(info.Video is null ? "no pictures" : "no sound")}, and '{targets.Output}' takes nothing else; "
                + "name another kind of file.");
        }
        using var pictures = video is null ? null : new PicturePass(video, request.ReadPictures(info.Video!.Size).Size!.Value);
        using var sounds = audio is null ? null : new SoundPass(audio);
        // ffmpeg takes the pictures by its only pipe, so the sound is written before them.
        using var scratch = new ScratchFolder();
        var soundFile = pictures is null ? targets.Output : scratch.File("sound.wav");
        if (sounds is not null)
            await TakeSoundAsync(sounds, soundFile, cancellationToken);
        if (pictures is not null)
            await TakePicturesAsync(pictures, sounds is null ? null : soundFile, cancellationToken);
        await DrawAsync(pictures, sounds, cancellationToken);
        return new(
            request.File,
            pictures?.Listing(info.IsImage ? null : request.Rate),
            sounds?.Listing(),
            targets.Output,
            targets.Picture);
    }

    // Null when there is no such tokenizer, and something else is left to do.
    private T? Find<T>(Func<T> load, bool isOnly)
        where T : class
    {
        try
        {
            return load();
        }
        catch (FileNotFoundException missing) when (!isOnly)
        {
            display.Say($"{missing.Message} That part of the file is left out.");
            return null;
        }
    }

    private async Task TakeSoundAsync(SoundPass pass, string? file, CancellationToken cancellationToken)
    {
        var parts = MediaReader.ReadSoundPartsAsync(request.File, PartSamples, request.ReadSound(), cancellationToken);
        await using var writer = file is null ? null : await SoundFileWriter.OpenAsync(file, VideoFormat.SampleRateHz, cancellationToken);
        await pass.RunAsync(parts, samples => writer?.WriteAsync(samples) ?? Task.CompletedTask, done => Report(done, "of sound"));
        if (writer is not null)
            await writer.CompleteAsync();
    }

    private async Task TakePicturesAsync(PicturePass pass, string? soundFile, CancellationToken cancellationToken)
    {
        var asked = request.ReadPictures(info.Video!.Size);
        if (info.IsImage)
        {
            using var image = await MediaReader.ReadImageAsync(request.File, asked, cancellationToken);
            await pass.RunAsync(
                Once(image),
                pair => targets.Output is { } png ? MediaWriter.WritePictureAsync(png, pair.Decoded, cancellationToken) : Task.CompletedTask,
                _ => { });
            return;
        }
        var parts = MediaReader.ReadPartsAsync(request.File, PartFrames, asked, cancellationToken);
        await using var writer = targets.Output is { } output
            ? VideoFileWriter.Open(output, asked.Size!.Value, request.Rate, soundFile, cancellationToken)
            : null;
        await pass.RunAsync(
            parts, pair => writer?.WriteAsync(pair.Decoded) ?? Task.CompletedTask, done => Report(done / request.Rate, "of pictures"));
        if (writer is not null)
            await writer.CompleteAsync();
    }

    private async Task DrawAsync(PicturePass? pictures, SoundPass? sounds, CancellationToken cancellationToken)
    {
        if (targets.Picture is not { } file)
            return;
        var rows = new List<SheetRow>(pictures?.Rows() ?? []);
        if (sounds is not null)
            rows.AddRange(await sounds.RowsAsync(cancellationToken));
        await MediaWriter.WritePictureAsync(file, ContactSheet.Draw([.. rows]), cancellationToken);
    }

    // The length is what the file says of itself, which may be too little.
    private void Report(double seconds, string what)
    {
        var length = request.Duration?.TotalSeconds ?? (info.Duration - request.Start)?.TotalSeconds;
        display.Report(new(seconds, length is { } all ? Math.Max(all, seconds) : null, what));
    }

    private static async IAsyncEnumerable<VideoClip> Once(VideoClip clip)
    {
        await Task.CompletedTask;
        yield return clip;
    }
}
