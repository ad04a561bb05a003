using System.Text.Json.Nodes;
using VideoPoet.Benchmarks.Frame;

namespace VideoPoet.Benchmarks;

public sealed class BenchmarkProgramTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [SetUp]
    public void ForgetOutput()
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Test]
    public void Without_a_name_the_benchmarks_are_listed()
    {
        Assert.That(Run(), Is.Zero);
        Assert.That(_output.ToString(), Is.EqualTo("sample  A sample.\n"));
    }

    [Test]
    public void Json_is_one_object_on_standard_output_and_remarks_go_elsewhere()
    {
        Assert.That(Run("sample", "--json", "--threads", "3"), Is.Zero);
        Assert.That(_output.ToString(), Is.EqualTo("""{"threads":3,"ratio":null,"amx":true}""" + "\n"));
        Assert.That(_error.ToString(), Is.EqualTo("a remark\n"));
    }

    [Test]
    public void A_table_shows_each_figure_with_its_meaning()
    {
        Assert.That(Run("sample", "--threads", "2"), Is.Zero);
        Assert.That(_output.ToString(), Is.EqualTo("threads     2  threads given\nratio       -  never measured\namx      true  whether\n"));
    }

    [Test]
    public void Help_explains_the_keys_and_gives_an_example()
    {
        Assert.That(Run("sample", "--help"), Is.Zero);
        Assert.That(_output.ToString(), Does.Contain("threads  threads given").And.Contains("Example: ./videopoet bench sample --json"));
    }

    [TestCase("sampel", "Unrecognized command or argument 'sampel'. The benchmarks are: sample.")]
    [TestCase("sample --threads 0", "--threads must be at least 1, found 0. The benchmarks are: sample.")]
    public void Bad_input_is_answered_with_one_line(string arguments, string message)
    {
        Assert.That(Run(arguments.Split(' ')), Is.EqualTo(2));
        Assert.That(_error.ToString(), Is.EqualTo(message + "\n"));
        Assert.That(_output.ToString(), Is.Empty);
    }

    [Test]
    public void A_benchmark_that_returns_other_keys_than_it_promises_fails()
    {
        Assert.That(BenchmarkProgram.Run(["sample", "--json"], [new Sample(new() { ["other"] = 1 })], _output, _error), Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.Contain("sample promises the keys threads, ratio, amx and returned other."));
        Assert.That(_output.ToString(), Is.Empty);
    }

    [Test]
    public void Every_benchmark_of_the_program_has_a_name_of_its_own()
    {
        var names = BenchmarkCatalog.OfThisProgram().Select(benchmark => benchmark.Name).ToList();
        Assert.That(names, Is.Unique.And.Contains("launcher"));
    }

    private int Run(params string[] arguments) => BenchmarkProgram.Run(arguments, [new Sample()], _output, _error);

    private sealed class Sample(JsonObject? values = null) : IBenchmark
    {
        public string Name => "sample";

        public string Summary => "A sample.";

        public IReadOnlyList<Figure> Figures { get; } = [new("threads", "threads given"), new("ratio", "never measured"), new("amx", "whether")];

        public JsonObject Run(BenchmarkContext context)
        {
            context.Log.WriteLine("a remark");
            return values ?? new() { ["threads"] = context.Threads, ["ratio"] = null, ["amx"] = true };
        }
    }
}
