namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The memory of a session by name, and the helpers of each worker.</summary>
internal sealed unsafe class SessionBuffers
{
    private readonly byte* _memory;
    private readonly SessionSizes _sizes;
    private readonly ProductInputs[] _inputs;
    private readonly long _inputBytes, _scratchBytes;

    /// <summary>Divides the memory.</summary>
    /// <param name="memory">The session's memory.</param>
    /// <param name="sizes">Where things lie in it.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="workers">How many threads work.</param>
    /// <param name="instructions">For products of bytes.</param>
    public SessionBuffers(byte* memory, SessionSizes sizes, ManagedWeights weights, int workers, IntegerInstructions instructions)
    {
        _memory = memory;
        (_sizes, Instructions) = (sizes, instructions);
        var widest = Math.Max(weights.Sizes.Width, weights.Sizes.FeedForward);
        _inputBytes = ProductInputs.Bytes(weights.Format, sizes.Rows, widest);
        _scratchBytes = AlignedMemory.Aligned(sizeof(float) * (sizes.MostScores + 2L * SessionSizes.Padded(sizes.HeadWidth)));
        _inputs = [.. Enumerable.Range(0, workers).Select(worker => new ProductInputs(weights.Format, WorkerPart(worker), sizes.Rows, widest))];
        Claims = new(8 * weights.Sizes.Layers + 8);
        Workers = workers;
    }

    /// <summary>Where things lie.</summary>
    public SessionSizes Sizes => _sizes;

    /// <summary>For products of bytes.</summary>
    public IntegerInstructions Instructions { get; }

    /// <summary>How many threads work.</summary>
    public int Workers { get; }

    /// <summary>The counters of pieces.</summary>
    public Claims Claims { get; }

    /// <summary>The residual stream of each row.</summary>
    public float* States => At(_sizes.States);

    /// <summary>The states after the final norm.</summary>
    public float* Normed => At(_sizes.Normed);

    /// <summary>Those that predict the first choice, a row for each branch.</summary>
    public float* First => At(_sizes.First);

    /// <summary>The states that predict second halves.</summary>
    public float* Second => At(_sizes.Second);

    /// <summary>Queries of all rows, then keys, then values.</summary>
    public float* Projected => At(_sizes.Projected);

    /// <summary>The results of heads.</summary>
    public float* Attended => At(_sizes.Attended);

    /// <summary>The inner states of feed-forward layers.</summary>
    public float* Inner => At(_sizes.Inner);

    /// <summary>The logits.</summary>
    public float* Logits => At(_sizes.Logits);

    /// <summary>What positions add to embeddings, from the first choice on.</summary>
    public float* Places => At(_sizes.Places);

    /// <summary>For each position the cosines, then the sines.</summary>
    public float* Rotary => At(_sizes.Rotary);

    /// <summary>A worker's vectors.</summary>
    /// <param name="worker">The worker.</param>
    public ProductInputs Inputs(int worker) => _inputs[worker];

    /// <summary>A worker's memory for a query, a key and scores.</summary>
    /// <param name="worker">The worker.</param>
    public float* Scratch(int worker) => (float*)(WorkerPart(worker) + _inputBytes);

    /// <summary>A worker's memory for gates, then for what is gated: each rows by the padded inner width.</summary>
    /// <param name="worker">The worker.</param>
    public float* Gates(int worker) => (float*)(WorkerPart(worker) + _inputBytes + _scratchBytes);

    private byte* WorkerPart(int worker) => _memory + _sizes.Worker + worker * _sizes.WorkerBytes;

    private float* At(long offset) => (float*)(_memory + offset);
}
