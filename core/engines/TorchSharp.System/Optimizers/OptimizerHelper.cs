using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What optimisers share: groups of parameters with options, and what is remembered of each parameter.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    /// <summary>The options that groups leave open.</summary>
    protected OptimizerOptions _defaults = new();

    /// <summary>What is remembered, by the parameter's handle.</summary>
    protected OrderedDict<IntPtr, OptimizerState> _state = [];

    /// <summary>An optimiser without parameters.</summary>
    public OptimizerHelper()
    {
    }

    private protected OptimizerHelper(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Parameters = [.. param_group.Parameters];
        param_group.Options ??= NewOptions();
        param_group.Options.FillFrom(_defaults);
        param_group.InitialLearningRate = param_group.LearningRate;
        _parameter_groups.Add(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            if (NewState(parameter) is not { } state)
                continue;
            state.Initialize(param_group.Options);
            _state[parameter.Handle] = state;
        }
    }

    /// <summary>The options of all groups and what is remembered of all parameters; the objects themselves, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var state = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            state.Options.Add(group.Options);
            state.StateIndexRef.Add([.. Enumerable.Range(state.State.Count, group.Parameters.Count())]);
            state.State.AddRange(group.Parameters.Select(parameter => _state[parameter.Handle]));
        }
        return state;
    }

    /// <summary>Copies options and what is remembered from another optimiser of the same kind.</summary>
    /// <param name="state_dict">The other optimiser's state.</param>
    /// <exception cref="ArgumentException">It has another number of groups or parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        Expect(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options))
            if (!ReferenceEquals(target, source))
                target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State))
            if (!ReferenceEquals(target, source))
                target.LoadStateDict(source);
    }

    /// <summary>Writes options and what is remembered in the package's own format.</summary>
    /// <param name="writer">Where to write.</param>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options)
            options.SaveStateDict(writer);
        foreach (var state in own.State)
            state.SaveStateDict(writer);
    }

    /// <summary>Writes options and what is remembered to a file.</summary>
    /// <param name="location">The file.</param>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Reads options and what is remembered.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="InvalidDataException">It was written by another kind of optimiser.</exception>
    /// <exception cref="ArgumentException">It has another number of groups or parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"The file is the state of the optimiser {kind}, this one is {GetType().Name}.");
        var own = state_dict();
        Expect(own, reader.Decode(), reader.Decode());
        foreach (var options in own.Options)
            options.LoadStateDict(reader);
        foreach (var state in own.State)
            state.LoadStateDict(reader);
    }

    /// <summary>Reads options and what is remembered from a file.</summary>
    /// <param name="location">The file.</param>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Moves what is remembered to a device.</summary>
    /// <param name="device">The device.</param>
    public void to(Device device)
    {
        foreach (var state in _state.values())
            state.to(device);
    }

    /// <summary>Calls a closure with recording on, then changes each group with recording off and frees what that leaves behind.</summary>
    /// <typeparam name="T">The kind of group.</typeparam>
    /// <param name="body">Changes the parameters of a group.</param>
    /// <param name="loss_closure">Computes the loss and its gradients.</param>
    /// <returns>The closure's loss, or null.</returns>
    protected Tensor _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
            using (enable_grad())
                loss = loss_closure();
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            body((T)group);
        return loss!;
    }

    private protected override void DisposeState()
    {
        foreach (var state in _state.values())
            (state as IDisposable)?.Dispose();
    }

    /// <summary>Options that are all left open.</summary>
    internal virtual OptimizerOptions NewOptions() => new();

    /// <summary>What is to be remembered of a parameter, or null for nothing.</summary>
    internal virtual OptimizerState? NewState(Parameter parameter) => null;

    // Calls an update for every parameter that has a gradient; what one parameter leaves behind is freed before the next.
    private protected Tensor Update<TOptions, TState>(
        Func<Tensor>? closure, Func<TOptions, bool> maximize, Action<Parameter, Tensor, TOptions, TState> update)
        where TOptions : OptimizerOptions where TState : OptimizerState =>
        _step<ParamGroup>(
            group =>
            {
                var options = (TOptions)group.Options;
                var negative = maximize(options);
                foreach (var parameter in group.Parameters)
                {
                    using var scope = NewDisposeScope();
                    if (parameter.grad is { } gradient)
                        update(parameter, negative ? gradient.neg() : gradient, options, (TState)_state[parameter.Handle]);
                }
            },
            closure);

    private void Expect(StateDictionary own, long groups, long states)
    {
        if (groups != own.Options.Count || states != own.State.Count)
            throw new ArgumentException(
                $"The state has {groups} groups and {states} parameters; this {GetType().Name} has {own.Options.Count} and {own.State.Count}.");
    }
}
