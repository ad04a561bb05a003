using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoPoet.Benchmarks.Frame;

/// <summary>The command line: lists the benchmarks, or runs one and writes its figures as a table or as one JSON object.</summary>
public static class BenchmarkProgram
{
    private static readonly Option<bool> Json = new("--json") { Description = "Write one JSON object to standard output.", Recursive = true };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "How many threads our side and a peer may use.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        Recursive = true,
        Validators =
        {
            result =>
            {
                if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var threads) && threads < 1)
                    result.AddError($"--threads must be at least 1, found {threads}.");
            },
        },
    };

    /// <summary>Parses and runs; returns 0, 1 when a measurement could not be made, or 2 when the input was bad.</summary>
    public static int Run(string[] arguments, IReadOnlyList<IBenchmark> benchmarks, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            """
            Measures speed beside a peer and against the limit. Without a name, lists the benchmarks.

            Example: ./videopoet bench launcher --json
            """)
        {
            Json,
            Threads,
        };
        root.SetAction(parsed => List(benchmarks, parsed.GetValue(Json), output));
        foreach (var benchmark in benchmarks)
            root.Subcommands.Add(CommandOf(benchmark, output, error));
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"{parsed.Errors[0].Message} The benchmarks are: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}.");
            return 2;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (BenchmarkException failure)
        {
            error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static Command CommandOf(IBenchmark benchmark, TextWriter output, TextWriter error)
    {
        var width = benchmark.Figures.Max(figure => figure.Key.Length);
        var keys = benchmark.Figures.Select(figure => $"  {figure.Key.PadRight(width)}  {figure.Meaning}");
        var command = new Command(
            benchmark.Name,
            $"""
            {benchmark.Summary}

            Keys:
            {string.Join('\n', keys)}

            Example: ./videopoet bench {benchmark.Name} --json
            """);
        command.SetAction(parsed =>
        {
            var values = Measure(benchmark, new(parsed.GetValue(Threads), error));
            if (parsed.GetValue(Json))
                WriteJson(values, output);
            else
                WriteTable(benchmark, values, output);
        });
        return command;
    }

    private static JsonObject Measure(IBenchmark benchmark, BenchmarkContext context)
    {
        var values = benchmark.Run(context);
        var promised = string.Join(", ", benchmark.Figures.Select(figure => figure.Key));
        var returned = string.Join(", ", values.Select(value => value.Key));
        return returned == promised ? values
            : throw new BenchmarkException($"{benchmark.Name} promises the keys {promised} and returned {returned}.");
    }

    private static void List(IReadOnlyList<IBenchmark> benchmarks, bool json, TextWriter output)
    {
        if (json)
        {
            WriteJson(new(benchmarks.Select(benchmark => KeyValuePair.Create(benchmark.Name, (JsonNode?)benchmark.Summary))), output);
            return;
        }

        var width = benchmarks.Max(benchmark => benchmark.Name.Length);
        foreach (var benchmark in benchmarks)
            output.WriteLine($"{benchmark.Name.PadRight(width)}  {benchmark.Summary}");
    }

    private static void WriteJson(JsonObject values, TextWriter output) => output.WriteLine(values.ToJsonString(JsonSerializerOptions.Default));

    private static void WriteTable(IBenchmark benchmark, JsonObject values, TextWriter output)
    {
        var rows = benchmark.Figures.Select(figure => (figure.Key, Value: Display(values[figure.Key]), figure.Meaning)).ToList();
        var (keyWidth, valueWidth) = (rows.Max(row => row.Key.Length), rows.Max(row => row.Value.Length));
        foreach (var (key, value, meaning) in rows)
            output.WriteLine($"{key.PadRight(keyWidth)}  {value.PadLeft(valueWidth)}  {meaning}");
    }

    private static string Display(JsonNode? value) => value switch
    {
        null => "-",
        JsonValue number when number.TryGetValue<double>(out var figure) => $"{figure:G4}",
        _ => value.ToJsonString(),
    };
}
