using VideoPoet.Data;

namespace VideoPoet.Tests;

public sealed class DatasetManifestTests
{
    [Test]
    public void Json_lines_name_files_from_their_folder_and_times_in_seconds_or_clock_form()
    {
        var path = TestFiles.Text("clips.jsonl", """
            {"file": "a/dog.mp4", "caption": " a dog ", "start": 1.5, "duration": "1:02.5"}

            {"file": "cat.mp4", "caption": null}
            """);

        var entries = DatasetManifest.Read(path);

        Assert.That(entries, Is.EqualTo(new[]
        {
            new DatasetEntry(
                Path.Join(Path.GetDirectoryName(path), "a", "dog.mp4"), "a dog", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(62.5), path + ":1")
                { Name = "a/dog.mp4" },
            new DatasetEntry(Path.Join(Path.GetDirectoryName(path), "cat.mp4"), null, TimeSpan.Zero, null, path + ":3") { Name = "cat.mp4" },
        }));
    }

    [Test]
    public void Comma_separated_values_may_be_quoted_and_span_lines()
    {
        var path = TestFiles.Text("clips.csv", "caption,file,start\n\"a \"\"big\"\" dog,\nrunning\",dog.mp4,\n,cat.mp4,2\n");

        var entries = DatasetManifest.Read(path);

        Assert.That(
            entries.Select(entry => (entry.Name, entry.Caption, entry.Start.TotalSeconds, entry.Place)),
            Is.EqualTo(new[] { ("dog.mp4", "a \"big\" dog,\nrunning", 0.0, path + ":2"), ("cat.mp4", (string?)null, 2.0, path + ":4") }));
    }

    [Test]
    public void A_folder_lists_its_media_files_by_name_with_the_captions_beside_them()
    {
        var folder = TestFiles.NewFolder();
        Directory.CreateDirectory(Path.Join(folder, "b"));
        foreach (var name in new[] { "c.mp4", "b/a.wav", "a.png", "notes.md" })
            TestFiles.Text(name, "x", folder);
        TestFiles.Text("c.txt", " a cat\n", folder);

        var entries = DatasetManifest.Read(folder);

        Assert.That(
            entries.Select(entry => (entry.Name, entry.Caption)),
            Is.EqualTo(new[] { ("a.png", (string?)null), ("b/a.wav", null), ("c.mp4", "a cat") }));
    }

    [Test]
    public void Every_mistake_of_a_manifest_is_listed_with_its_line()
    {
        var path = TestFiles.Text("clips.jsonl", """
            {"fiel": "dog.mp4"}
            {"file": "dog.mp4", "start": -1}
            {"file": "dog.mp4", "duration": 0}
            not json
            [1]
            {"file": 3}
            {"caption": "a dog"}
            {"file": "dog.mp4", "file": "cat.mp4"}
            {"file": "dog.mp4", "start": "1:75"}
            {"file": "dog.mp4", "duration": 1e300}
            {"file": "\ud83d.mp4"}
            {"file": "dog.mp4", "\ude00": 1}
            {"file": "a\u0000b.mp4"}
            """);

        var problems = Assert.Throws<DatasetException>(() => DatasetManifest.Read(path))!.Problems;

        Assert.That(problems.Select(problem => problem[..problem.IndexOf(':')]), Is.EqualTo(Enumerable.Range(1, 13).Select(line => $"line {line}")));
        Assert.That(problems[0], Does.Contain("Did you mean 'file'?"));
        Assert.That(problems[8], Does.Contain("'start' is '1:75'"));
        Assert.That(problems.Skip(10).Take(2), Has.All.Contains("half of a pair of escapes"));
        Assert.That(problems[12], Does.Contain("the character NUL"));
    }

    [TestCase("a.csv", "caption\nx\n", "names no field 'file'")]
    [TestCase("a.csv", "file,file\nx,y\n", "names the field 'file' twice")]
    [TestCase("a.csv", "file,titel\nx,y\n", "unknown field 'titel'")]
    [TestCase("a.csv", "file,caption\nx.mp4,a dog, running\n", "line 2: has 3 values")]
    [TestCase("a.csv", "file,caption\nx.mp4,\"a dog\n", "line 2: opens a quote that is never closed")]
    [TestCase("a.csv", "", "has no entries")]
    [TestCase("a.jsonl", "\n", "has no entries")]
    [TestCase("a.xlsx", "x", "must end in .jsonl or .csv")]
    public void A_manifest_that_is_none_is_refused(string name, string text, string message) =>
        Assert.That(() => DatasetManifest.Read(TestFiles.Text(name, text)), Throws.TypeOf<DatasetException>().With.Message.Contains(message));

    [Test]
    public void A_missing_manifest_and_an_empty_folder_are_refused()
    {
        Assert.That(() => DatasetManifest.Read("/nowhere/clips.jsonl"), Throws.TypeOf<DatasetException>().With.Message.Contains("does not exist"));
        Assert.That(() => DatasetManifest.Read(TestFiles.NewFolder()), Throws.TypeOf<DatasetException>().With.Message.Contains("no media file"));
    }
}
