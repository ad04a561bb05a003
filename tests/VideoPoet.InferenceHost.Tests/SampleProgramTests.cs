using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;

namespace VideoPoet.Tests;

/// <summary>The programs in hosts/samples, as a reader who copies them runs them.</summary>
public sealed class SampleProgramTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void The_console_program_writes_a_video()
    {
        using var running = Start("Console", "a ball", In("ball.mp4"), TestFiles.Model);
        Assert.That(running.Wait().Succeeded().Output, Does.Contain("ball.mp4: 9 frames"));
        Assert.That(TestFiles.Probe(In("ball.mp4"))[0], Is.EqualTo("video,16,16"));
    }

    [Test]
    public async Task The_web_program_answers_with_videos_whole_or_in_parts_and_stops_when_it_is_asked_to()
    {
        using var running = Start("MinimalApi", "--urls", "http://127.0.0.1:0", $"--VideoPoet:Model={TestFiles.Model}");
        var address = running.WaitFor("Now listening on: ").Split("Now listening on: ")[1].Trim();
        using var client = new HttpClient { BaseAddress = new(address) };

        Assert.That(await client.GetStringAsync("health"), Is.EqualTo("Healthy"));
        foreach (var place in new[] { "videos", "videos/stream" })
        {
            using var answer = await client.PostAsJsonAsync(place, new { prompt = "a ball", seed = 7 });
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("video/mp4"));
            await File.WriteAllBytesAsync(In("ball.mp4"), await answer.Content.ReadAsByteArrayAsync());
            Assert.That(TestFiles.Probe(In("ball.mp4"))[0], Is.EqualTo("video,16,16"));

            using var refused = await client.PostAsJsonAsync(place, new { seconds = -1 });
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("needs a prompt").And.Contains("seconds must be above 0"));
        }
        running.Signal(PosixSignal.SIGTERM);
        Assert.That(running.Wait().ExitCode, Is.Zero);
    }

    [Test]
    public void The_web_program_does_not_start_without_its_model()
    {
        using var running = Start("MinimalApi", "--urls", "http://127.0.0.1:0", "--VideoPoet:Model=elsewhere", "--VideoPoet:Limits:Samples=0");
        var result = running.Wait();
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Error, Does.Contain("unknown model 'elsewhere'").And.Contains("Samples must be at least 1"));
    }

    [Test]
    public void The_service_fulfils_what_is_put_into_its_folder_and_stops_when_it_is_asked_to()
    {
        Directory.CreateDirectory(In("requests"));
        File.WriteAllText(In("requests/1.json"), """{ "Task": "text-to-video", "Prompt": "a ball", "Seed": 7 }""");
        File.WriteAllText(In("requests/2.json"), """{ "Task": "text-to-video" }""");
        File.WriteAllText(In("requests/3.json"), "no request");
        File.WriteAllText(In("requests/4.json"), """{ "task": "text-to-video", "prompt": "a ball" }""");
        File.WriteAllText(In("requests/5.json"), "{}");
        File.WriteAllText(In("requests/6.json"), "null");
        using var running = Start(
            "Worker", $"--VideoPoet:Model={TestFiles.Model}", $"--Folders:Requests={In("requests")}", $"--Folders:Results={In("results")}");
        while (!File.Exists(In("results/6.json")))
        {
            Assert.That(running.HasEnded, Is.False, running.Said);
            Thread.Sleep(50);
        }
        running.Signal(PosixSignal.SIGTERM);

        Assert.That(running.Wait().ExitCode, Is.Zero);
        Assert.That(TestFiles.Probe(In("results/1.mp4"))[0], Is.EqualTo("video,16,16"));
        Assert.That(File.ReadAllText(In("results/2.txt")), Does.Contain("needs a prompt"));
        Assert.That(File.Exists(In("results/4.mp4")), Is.True);
        foreach (var refused in (int[])[3, 5, 6])
            Assert.That(File.Exists(In($"results/{refused}.txt")), Is.True);
        Assert.That(Directory.GetFiles(In("requests")), Is.Empty);
    }

    private static RunningHost Start(string sample, params string[] arguments)
    {
        var name = $"VideoPoet.Samples.{sample}";
        var folder = Path.Join(Host.Metadata("ProgramsFolder"), name, Host.Metadata("ProgramsConfiguration"));
        // What it says goes to standard error, where it can be waited for.
        return Host.StartProgram(
            "dotnet", folder, [("Logging__Console__LogToStandardErrorThreshold", "Trace")], [Path.Join(folder, name + ".dll"), .. arguments]);
    }

    private string In(string name) => Path.Join(_folder, name);
}
