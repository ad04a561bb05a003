[assembly: System.Reflection.AssemblyVersion("9.0.0.0")]

namespace VideoPoet.Core;

public interface IVideoTask;

[System.AttributeUsage(System.AttributeTargets.Class)]
public sealed class ExportTaskAttribute(string name) : System.Attribute
{
    public string Name { get; } = name;
}
