using System.Text.Json;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class BrowserTests
{
    // Plays the pictures, then looks at the last one's colours in the corners; decodes all of the sound and counts how often it rises through zero.
    private const string Player =
        """
        <video muted src="VIDEO"></video>
        <script>
        const found = { };
        async function look() {
            const video = document.querySelector('video');
            await new Promise((ended, failed) => {
                video.onended = ended;
                video.onerror = () => failed(video.error.message);
                video.play().catch(failed);
            });
            Object.assign(found, {
                width: video.videoWidth, height: video.videoHeight, duration: video.duration, played: video.currentTime,
                frames: video.getVideoPlaybackQuality().totalVideoFrames, soundBytes: video.webkitAudioDecodedByteCount,
            });
            const canvas = Object.assign(document.createElement('canvas'), { width: video.videoWidth, height: video.videoHeight });
            const context = canvas.getContext('2d');
            context.drawImage(video, 0, 0);
            const at = (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
            found.corners = [at(4, 4), at(canvas.width - 5, 4), at(4, canvas.height - 5)];
            const bytes = await (await fetch(video.src)).arrayBuffer();
            const sound = await new OfflineAudioContext(1, 16000, 16000).decodeAudioData(bytes);
            const samples = sound.getChannelData(0);
            found.soundSeconds = sound.duration;
            found.pitch = samples.reduce((rises, sample, i) => rises + (i > 0 && samples[i - 1] < 0 && sample >= 0), 0) / sound.duration;
        }
        look().catch(error => found.error = String(error)).finally(() => fetch('/found', { method: 'POST', body: JSON.stringify(found) }));
        </script>
        """;

    [TestCase(".mp4"), TestCase(".webm")]
    public async Task A_written_video_plays_in_a_real_browser(string extension)
    {
        if (Browser.Program is null)
            Assert.Ignore("there is no chromium on the PATH");
        var (frames, name) = (TestMedia.Gradient(17, 64, 96), "played" + extension);
        var path = TestMedia.PathOf(name);
        await MediaWriter.WriteAsync(path, new(new VideoClip(frames, 8), TestMedia.Tone(440, 34_000)));

        var found = await Browser.LookAtAsync(Player.Replace("VIDEO", name), new Dictionary<string, string> { [name] = path });

        TestContext.Out.WriteLine(found);
        Assert.That(found.TryGetProperty("error", out var error), Is.False, error.ToString());
        Assert.That((Number("width"), Number("height")), Is.EqualTo((96.0, 64.0)));
        // A frame of sound more than the pictures have.
        Assert.That(Number("duration"), Is.EqualTo(17.0 / 8).Within(0.1));
        Assert.That(Number("played"), Is.EqualTo(Number("duration")).Within(0.2), "it plays to its end");
        Assert.That(Number("frames"), Is.EqualTo(17).Within(1));
        Assert.That(Number("soundBytes"), Is.Positive, "the sound is decoded while it plays");
        Assert.That(Number("soundSeconds"), Is.EqualTo(17.0 / 8).Within(0.1));
        Assert.That(Number("pitch"), Is.EqualTo(440).Within(15));
        var expected = new[] { (4, 4), (91, 4), (4, 59) }.Select(place => TestMedia.Mean(frames, 16, place.Item1, place.Item2, 1, 1));
        var corners = found.GetProperty("corners").EnumerateArray().Select(corner => corner.Deserialize<double[]>()!);
        foreach (var (wanted, corner) in expected.Zip(corners))
        {
            // What 4:2:0, a codec and a player's rounding make of a gradient; a wrong matrix of colours would be off by more.
            Assert.That(corner[0], Is.EqualTo(wanted.Red).Within(20));
            Assert.That(corner[1], Is.EqualTo(wanted.Green).Within(20));
            Assert.That(corner[2], Is.EqualTo(wanted.Blue).Within(20));
        }

        double Number(string property) => found.GetProperty(property).GetDouble();
    }
}
