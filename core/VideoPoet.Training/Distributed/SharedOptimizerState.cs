using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>
/// What the optimisers of several processes remember, written and read by rank 0 as that of one process: so a run can go on with another number of
/// processes. Rank 0 calls <see cref="Write"/> and <see cref="Read"/>; the others are told to <see cref="Give"/> and <see cref="Take"/>.
/// </summary>
internal sealed class SharedOptimizerState : IOptimizerState
{
    private readonly DataParallel _parallel;
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly ParameterShares _shares;
    private readonly OptimizerHelper _own;
    private readonly Func<IReadOnlyList<Parameter>, OptimizerHelper> _create;
    private readonly int _number;

    public SharedOptimizerState(
        DataParallel parallel, IReadOnlyList<Parameter> parameters, ParameterShares shares, OptimizerHelper own,
        Func<IReadOnlyList<Parameter>, OptimizerHelper> create)
    {
        (_parallel, _parameters, _shares, _own, _create) = (parallel, parameters, shares, own, create);
        _number = parallel.Add(this);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        if (!_parallel.Options.ShardsOptimizer)
        {
            _own.save_state_dict(writer);
            return;
        }
        _parallel.Tell(Order.Gather, _number);
        using var whole = _create(_parameters);
        var states = StatesOf(whole);
        foreach (var (handle, state) in StatesOf(_own))
            states[handle].LoadStateDict(state);
        for (var rank = 1; rank < _parallel.Size; rank++)
            GroupStream.Receive(_parallel.Group, rank, reader => ReadShare(rank, states, reader));
        var rate = _own.ParamGroups.First().LearningRate; // of the last update, the same for all
        foreach (var group in whole.ParamGroups)
            group.LearningRate = rate;
        whole.save_state_dict(writer);
    }

    /// <inheritdoc/>
    public void Read(BinaryReader reader)
    {
        using var whole = _create(_parameters);
        whole.load_state_dict(reader);
        var states = StatesOf(whole);
        _parallel.Tell(Order.Scatter, _number);
        GroupStream.Send(_parallel.Group, writer =>
        {
            foreach (var parameter in _parameters)
                states[parameter.Handle].SaveStateDict(writer);
        });
        foreach (var (handle, state) in StatesOf(_own))
            state.LoadStateDict(states[handle]);
    }

    /// <summary>Sends what this process remembers to rank 0.</summary>
    public void Give()
    {
        var states = StatesOf(_own);
        for (var rank = 1; rank < _parallel.Size; rank++)
        {
            if (rank != _parallel.Rank)
                GroupStream.Receive(_parallel.Group, rank, null);
            else
                GroupStream.Send(_parallel.Group, writer => WriteShare(states, writer));
        }
    }

    /// <summary>Remembers what rank 0 sends, as far as it is this process's share; the rest is in memory one parameter at a time.</summary>
    public void Take()
    {
        var states = StatesOf(_own);
        GroupStream.Receive(_parallel.Group, 0, reader =>
        {
            foreach (var parameter in _parameters)
            {
                using var one = _create([parameter]);
                var state = one.state_dict().State.Single();
                state.LoadStateDict(reader);
                if (states.TryGetValue(parameter.Handle, out var kept))
                    kept.LoadStateDict(state);
            }
        });
    }

    private static Dictionary<nint, OptimizerState> StatesOf(OptimizerHelper optimizer) =>
        optimizer.parameters().Zip(optimizer.state_dict().State).ToDictionary(pair => pair.First.Handle, pair => pair.Second);

    private void WriteShare(Dictionary<nint, OptimizerState> states, BinaryWriter writer)
    {
        foreach (var parameter in _shares.Of(_parallel.Rank))
            states[parameter.Handle].SaveStateDict(writer);
    }

    private void ReadShare(int rank, Dictionary<nint, OptimizerState> states, BinaryReader reader)
    {
        foreach (var parameter in _shares.Of(rank))
            states[parameter.Handle].LoadStateDict(reader);
    }
}
