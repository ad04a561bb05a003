using System.Diagnostics;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Sampling;

namespace VideoPoet.Benchmarks.Models;

/// <summary>The steps of one position, measured over and over.</summary>
internal sealed class DecodeSteps : IDisposable
{
    private readonly ManagedStepModel _steps;
    private readonly TokenSampler _sampler;
    private readonly IdRange _codes;
    private readonly bool _isGuided, _hasHalves;
    private readonly int _taken;

    /// <summary>Begins, and goes to a position. What lies in between is left out: its keys are zeros, which take as long as others.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="request">One sample.</param>
    /// <param name="taken">The position, from the first choice.</param>
    public DecodeSteps(ManagedDecoder decoder, DecodingRequest request, int taken)
    {
        var plan = new DecodingPlan(request, decoder);
        (_steps, _sampler, _taken) = (decoder.Steps(plan), new(request.Sampling), taken);
        _codes = plan.Allowed[plan.FirstChoice];
        (_isGuided, _hasHalves) = (plan.Branches.Count > 1, decoder.Sizes.FactorisedCodes);
        var scales = decoder.Format == WeightFormat.Int8 ? sizeof(float) * decoder.Sizes.Heads : 0;
        KeyBytes = 2L * decoder.Sizes.Layers * (plan.FirstChoice + taken)
            * (decoder.Sizes.Width * PackedMatrix.ElementBytes(decoder.Format) + scales);
    }

    /// <summary>The bytes of keys and values that a step of an unguided sample reads.</summary>
    public long KeyBytes { get; }

    /// <summary>Seconds of the blocks.</summary>
    /// <param name="repeats">How many steps are measured together.</param>
    public double Body(int repeats) => Measure(repeats, Advance);

    /// <summary>Seconds of the blocks, the output layer and sampling.</summary>
    /// <param name="repeats">How many steps are measured together.</param>
    public double Whole(int repeats) => Measure(repeats, () =>
    {
        Advance();
        if (_hasHalves)
        {
            _steps.ComputeHighLogits();
            _steps.ComputeLowLogits([Draw()]);
        }
        else
        {
            _steps.ComputeLogits(_codes);
        }
        Draw();
    });

    /// <inheritdoc/>
    public void Dispose() => _steps.Dispose();

    private static double Measure(int repeats, Action step)
    {
        var watch = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++)
            step();
        return watch.Elapsed.TotalSeconds / repeats;
    }

    private int Draw()
    {
        var logits = _steps.Logits(0, 0);
        if (_isGuided)
            _sampler.Guide(logits, _steps.Logits(1, 0));
        return _sampler.Draw(logits, 0.5).Index;
    }

    private void Advance()
    {
        _steps.Rewind(_taken);
        _steps.Advance([_codes.Start]);
    }
}
