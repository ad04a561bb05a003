namespace TorchSharp.Utils;

/// <summary>Gives a module's field another name in the module's state than its own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state.</summary>
    public string Name { get; set; } = "";
}
