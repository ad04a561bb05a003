using System.Composition.Hosting;
using System.Reflection;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>Says in one sentence why a plugin does not work.</summary>
internal static class PluginFaults
{
    public static string Describe(Exception exception) => exception switch
    {
        PluginFaultException fault => fault.Message,
        ReflectionTypeLoadException types => string.Join(" ", types.LoaderExceptions.OfType<Exception>().Select(Describe).Distinct()),
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        TypeInitializationException { InnerException: { } inner } => Describe(inner),
        CompositionFailedException { InnerException: { } inner } => Describe(inner),
        FileNotFoundException { FileName: { } missing } => $"it needs {missing}, which is not beside it.",
        FileLoadException { FileName: { } unloadable } file => $"{unloadable} cannot be loaded: {UserMessage.Of(file)}",
        BadImageFormatException image => $"{image.FileName} is not an assembly that can be loaded here: {UserMessage.Of(image)}",
        ArgumentException => UserMessage.Of(exception),
        _ => $"{exception.GetType().Name}: {UserMessage.Of(exception)}",
    };
}
