using VideoPoet.Training.TensorBoard;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Logs;

public sealed class TensorBoardTests
{
    private string _root;

    private string Run => Path.Combine(_root, "run");

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Every_figure_of_steps_and_evaluations_is_in_the_event_file()
    {
        using var trainee = new TinyTrainee();
        await TinyRun.RunAsync(Run, trainee);

        var file = Files().Single();
        var events = EventFileReader.Read(file);
        Assert.That(EventFileReader.Text(events[0][3][0]), Is.EqualTo("brain.Event:2"));
        Assert.That((double)events[0][1][0], Is.EqualTo((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds).Within(600));
        var scalars = EventFileReader.Scalars(file);
        var log = File.ReadLines(Path.Combine(Run, "log.jsonl")).Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
            .Where(line => (string)line["event"]! == "step").Select(line => ((long)line["step"]!, (float)line["loss"]!));
        Assert.That(scalars.Where(value => value.Name == "loss").Select(value => (value.Step, value.Value)), Is.EqualTo(log));
        var seen = scalars.Where(value => value.Name == "step_seen").Select(value => (value.Step, value.Value));
        Assert.That(seen, Is.EqualTo([(4L, 4f), (8, 8), (12, 12)]));
    }

    [Test]
    public async Task A_process_that_goes_on_begins_a_file_that_tells_after_which_step()
    {
        using var cancellation = new CancellationTokenSource();
        using (var first = new TinyTrainee())
            await TinyRun.RunAsync(Run, first, null, told => { if (told is StepTaken { Step: 5 }) cancellation.Cancel(); }, cancellation.Token);
        using var second = new TinyTrainee();
        await TinyRun.RunAsync(Run, second);

        var starts = Files().Select(file => EventFileReader.Read(file)[1]).ToArray();
        Assert.That(starts.Select(start => (long)start[2][0]), Is.EqualTo([0, 5]));
        Assert.That(starts.Select(start => EventFileReader.Fields((byte[])start[7][0])[1][0]), Is.EqualTo([1, 1])); // SessionLog.START
        Assert.That(
            Files().SelectMany(EventFileReader.Scalars).Where(value => value.Name == "loss").Select(value => value.Step),
            Is.EqualTo(Enumerable.Range(1, 12)));
    }

    [Test]
    public void A_picture_keeps_its_bytes_and_tells_its_sizes()
    {
        // One red pixel, as any program writes it.
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
        using (var file = EventFile.Create(_root, 0))
            file.WritePicture(7, "held out", png);

        var (step, value) = EventFileReader.Values(Directory.GetFiles(_root).Single()).Single();
        var picture = EventFileReader.Fields((byte[])value[4][0]);
        Assert.That((step, EventFileReader.Text(value[1][0])), Is.EqualTo((7L, "held out")));
        Assert.That((picture[1][0], picture[2][0], picture[3][0]), Is.EqualTo((1L, 1L, 3L)));
        Assert.That(picture[4][0], Is.EqualTo(png));
    }

    private IEnumerable<string> Files() => Directory.GetFiles(Path.Combine(Run, "tensorboard")).Order(StringComparer.Ordinal);
}
