using System.Collections;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>The cases of one topic: a name, and how the engine computes what PyTorch computed under the same name.</summary>
/// <param name="topic">The first part of every case's name.</param>
/// <param name="tolerance">A tolerance for the whole topic; by default that of each tensor's data type.</param>
internal sealed class CaseTable(string topic, double? tolerance = null) : IEnumerable<ParityCase>
{
    private readonly List<ParityCase> _cases = [];

    public IEnumerator<ParityCase> GetEnumerator() => _cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(string name, Func<ReferenceCase, Dictionary<string, Tensor>> run) =>
        _cases.Add(new($"{topic}/{name}", topic, tolerance, run));

    public void Add(string name, Func<nn.Module<Tensor, Tensor>> make, Phase phase = Phase.Training) =>
        Add(name, reference => CaseRunner.Module(reference, make, phase));

    public void Add(string name, Func<Tensor> operation) => AddOperation(name, _ => [operation()]);

    public void Add(string name, Func<Tensor[]> operation) => AddOperation(name, _ => operation());

    public void Add(string name, Func<Tensor, Tensor> operation) => AddOperation(name, x => [operation(x[0])]);

    public void Add(string name, Func<Tensor, Tensor[]> operation) => AddOperation(name, x => operation(x[0]));

    public void Add(string name, Func<Tensor, (Tensor, Tensor)> operation) => AddOperation(name, x =>
    {
        var (first, second) = operation(x[0]);
        return [first, second];
    });

    public void Add(string name, Func<Tensor, (Tensor, Tensor?, Tensor?)> operation) => AddOperation(name, x =>
    {
        // What an operator gives only on request is asked for here; a null fails the case.
        var (first, second, third) = operation(x[0]);
        return [first, second!, third!];
    });

    public void Add(string name, Func<Tensor, Tensor, Tensor> operation) => AddOperation(name, x => [operation(x[0], x[1])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor[]> operation) => AddOperation(name, x => operation(x[0], x[1]));

    public void Add(string name, Func<Tensor, Tensor, (Tensor, Tensor)> operation) => AddOperation(name, x =>
    {
        var (first, second) = operation(x[0], x[1]);
        return [first, second];
    });

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor> operation) => AddOperation(name, x => [operation(x[0], x[1], x[2])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor[]> operation) => AddOperation(name, x => operation(x[0], x[1], x[2]));

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor, Tensor> operation) =>
        AddOperation(name, x => [operation(x[0], x[1], x[2], x[3])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> operation) =>
        AddOperation(name, x => [operation(x[0], x[1], x[2], x[3], x[4])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor[]> operation) =>
        AddOperation(name, x => operation(x[0], x[1], x[2], x[3], x[4]));

    private void AddOperation(string name, Func<Tensor[], Tensor[]> operation) =>
        Add(name, (ReferenceCase reference) => CaseRunner.Operation(reference, operation));
}
