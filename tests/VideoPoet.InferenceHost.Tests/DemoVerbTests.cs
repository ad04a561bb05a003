using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoPoet.Tests;

public sealed partial class DemoVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void A_page_shows_a_clip_by_every_task_and_chain_that_the_model_can_do_and_needs_no_other_file()
    {
        var result = Host.Run(_folder, "demo", "-o", "gallery.html", "--json").Succeeded();

        var listing = JsonDocument.Parse(result.Output).RootElement;
        var tasks = listing.GetProperty("clips").EnumerateArray().Select(clip => clip.GetProperty("task").GetString()!).Distinct().ToArray();
        Assert.That(tasks, Is.SupersetOf(new[]
        {
            "text-to-video", "image-to-video", "frame-prediction", "inpainting", "outpainting", "video-to-audio", "audio-to-video",
            "audio-video-continuation", "text-to-image", "stylization", "text-to-audio-video",
        }));
        Assert.That(listing.GetProperty("left_out").EnumerateObject(), Is.Empty);
        var page = File.ReadAllText(Path.Join(_folder, "gallery.html"));
        Assert.That(tasks, Is.All.Matches<string>(task => page.Contains($"<section id=\"{task}\"", StringComparison.Ordinal)));
        foreach (var type in new[] { "video/mp4", "audio/wav", "image/png" })
            Assert.That(page, Does.Contain($"src=\"data:{type};base64,"));
        Assert.That(Sources().Matches(page).Select(match => match.Groups[1].Value), Is.All.StartsWith("data:"));
        Assert.That(page, Does.Not.Contain("://"));
        Assert.That(Media().Matches(page).Select(match => match.Value), Is.All.Contains("aria-label=\"").Or.Contains("alt=\""));
        Assert.That(Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)), Is.EqualTo(new[] { "gallery.html" }));
    }

    [Test]
    public void What_the_model_cannot_do_is_left_out_with_its_reason()
    {
        var result = Host.Run(_folder, "demo", "-o", "gallery.html", "--model", TestFiles.ModelOfOneTask, "--json").Succeeded();

        var listing = JsonDocument.Parse(result.Output).RootElement;
        var made = listing.GetProperty("clips").EnumerateArray().Select(clip => clip.GetProperty("task").GetString()).ToArray();
        Assert.That(made, Does.Contain("text-to-video").And.Not.Contain("inpainting"));
        var reason = listing.GetProperty("left_out").GetProperty("inpainting").GetString()!;
        Assert.That(reason, Does.Contain("inpainting"));
        var page = File.ReadAllText(Path.Join(_folder, "gallery.html"));
        Assert.That(page, Does.Contain($"<li><b>inpainting</b>: {WebUtility.HtmlEncode(reason)}</li>"));
        Assert.That(page, Does.Not.Contain("<section id=\"inpainting\""));
    }

    [Test]
    public void An_interruption_leaves_a_page_of_what_is_done()
    {
        using var running = Host.Start(_folder, "demo", "-o", "gallery.html");
        var page = Path.Join(_folder, "gallery.html");
        while (!File.Exists(page))
        {
            Assert.That(running.HasEnded, Is.False, running.Said);
            Thread.Sleep(10);
        }
        running.Signal(PosixSignal.SIGINT);

        var result = running.Wait();
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output.Trim(), Is.EqualTo(page));
        Assert.That(File.ReadAllText(page), Does.Contain("Stopped after").And.Contains("<section id=\"text-to-video\"").And.EndWith("</html>\n"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Has.Length.EqualTo(1));
    }

    [TestCase("gallery.txt", "gallery.txt: the page is HTML.")]
    [TestCase("no/gallery.html", "its folder does not exist")]
    public void A_page_that_cannot_be_written_is_refused_before_anything_is_made(string name, string message)
    {
        var result = Host.Run(_folder, "demo", "-o", name);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    [GeneratedRegex("""(?:src|href)="(?!#)([^"]{0,40})""")]
    private static partial Regex Sources();

    [GeneratedRegex("<(?:img|video|audio) [^>]*>")]
    private static partial Regex Media();
}
