using System.Composition;
using System.Composition.Convention;
using System.Composition.Hosting;
using System.Reflection;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>Creates the tasks of a plugin and registers its views and data sources; the only class that knows System.Composition's hosting.</summary>
internal static class PluginComposer
{
    /// <summary>Composes the exports of some assemblies.</summary>
    /// <exception cref="PluginFaultException">Something in them cannot be loaded, created or defined.</exception>
    public static PluginParts Compose(IEnumerable<Assembly> assemblies)
    {
        try
        {
            var parts = assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsDefined(typeof(ExportAttribute))).ToArray();
            var host = new ContainerConfiguration().WithParts(parts, Conventions(parts)).CreateContainer();
            return new(
                host.GetExports<ExportFactory<IVideoTask, ExportMetadata>>().Select(Register).ToValueList(),
                host.GetExports<ExportFactory<IClipView, ExportMetadata>>().Select(factory => Register(factory, parts)).ToValueList(),
                host.GetExports<ExportFactory<IDataSource, ExportMetadata>>().Select(factory => Register(factory, parts)).ToValueList());
        }
        catch (Exception exception) when (exception is not PluginFaultException)
        {
            // Whatever a plugin's code throws while it is created is the plugin's fault, not the host's end.
            throw new PluginFaultException(PluginFaults.Describe(exception), exception);
        }
    }

    // A class with one constructor needs no attribute to have its parameters imported.
    private static ConventionBuilder Conventions(Type[] parts)
    {
        var conventions = new ConventionBuilder();
        conventions.ForTypesMatching(type => parts.Contains(type) && type.GetConstructors() is [{ } only] && only.GetParameters().Length > 0)
            .SelectConstructor(constructors => constructors.Single());
        return conventions;
    }

    private static RegisteredTask Register(ExportFactory<IVideoTask, ExportMetadata> factory)
    {
        var name = factory.Metadata.Name;
        IVideoTask task;
        try
        {
            task = factory.CreateExport().Value;
        }
        catch (Exception exception)
        {
            throw new PluginFaultException($"the task '{name}' cannot be created: {PluginFaults.Describe(exception)}", exception);
        }
        try
        {
            return new(name, task);
        }
        catch (Exception exception)
        {
            throw new PluginFaultException($"the task '{name}' cannot be defined: {PluginFaults.Describe(exception)}", exception);
        }
    }

    private static RegisteredView Register(ExportFactory<IClipView, ExportMetadata> factory, Type[] parts)
    {
        var name = factory.Metadata.Name;
        return new(
            name,
            new Lazy<IClipView>(() => factory.CreateExport().Value),
            OriginOf(parts, part => part.GetCustomAttribute<ExportViewAttribute>()?.Name == name));
    }

    private static RegisteredDataSource Register(ExportFactory<IDataSource, ExportMetadata> factory, Type[] parts)
    {
        var name = factory.Metadata.Name;
        return new(
            name,
            new Lazy<IDataSource>(() => factory.CreateExport().Value),
            OriginOf(parts, part => part.GetCustomAttribute<ExportDataSourceAttribute>()?.Name == name));
    }

    private static PartOrigin OriginOf(Type[] parts, Predicate<Type> exports)
    {
        var type = Array.Find(parts, exports)!;
        return new(type.Assembly.Location, type.FullName!);
    }

    // Filled by System.Composition from the properties of the export attributes.
    private sealed class ExportMetadata
    {
        public string Name { get; set; } = "";
    }
}
