using System.Composition.Hosting;
using System.Reflection;

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
        FileLoadException { FileName: { } unloadable } file => $"{unloadable} cannot be loaded: {OneLine(file)}",
        BadImageFormatException image => $"{image.FileName} is not an assembly that can be loaded here: {OneLine(image)}",
        _ => $"{exception.GetType().Name}: {OneLine(exception)}",
    };

    private static string OneLine(Exception exception) => string.Join(" ", exception.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
