using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that has neither parameters nor buffers.</summary>
public interface IParameterLessModule
{
}

/// <summary>A module of one argument that has neither parameters nor buffers.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    /// <summary>A module without parts.</summary>
    /// <param name="name">What the module calls itself.</param>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <summary>Throws: the module has no buffers.</summary>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse(this, "buffer", name);

    /// <summary>Throws: the module has no parameters.</summary>
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse(this, "parameter", name);

    /// <inheritdoc/>
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(this, name, submodule));
}

/// <summary>A module of two arguments that has neither parameters nor buffers.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>A module without parts.</summary>
    /// <param name="name">What the module calls itself.</param>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <summary>Throws: the module has no buffers.</summary>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse(this, "buffer", name);

    /// <summary>Throws: the module has no parameters.</summary>
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse(this, "parameter", name);

    /// <inheritdoc/>
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(this, name, submodule));
}

/// <summary>The rule of modules without parameters.</summary>
internal static class ParameterLess
{
    public static InvalidOperationException Refuse(nn.Module module, string what, string name) =>
        new($"{module.GetName()} is a module without parameters: it cannot have the {what} '{name}'.");

    public static nn.Module Check(nn.Module module, string name, nn.Module part) =>
        part is null or IParameterLessModule ? part! : throw Refuse(module, "part with parameters", name);
}
