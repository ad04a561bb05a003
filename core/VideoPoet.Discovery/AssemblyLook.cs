using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>What an assembly file says about itself, read without loading or running any of it.</summary>
internal sealed record AssemblyLook(
    string Path, bool IsAssembly, Version? ContractVersion, ValueList<string> Tasks, ValueList<string> Views, ValueList<string> Sources)
{
    private static readonly string ContractAssembly = typeof(IVideoTask).Assembly.GetName().Name!;

    public bool HasExports => Tasks.Count + Views.Count + Sources.Count > 0;

    /// <summary>Reads a file.</summary>
    public static AssemblyLook At(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            return image.HasMetadata ? Read(path, image.GetMetadataReader()) : NotAnAssembly(path);
        }
        catch (BadImageFormatException)
        {
            return NotAnAssembly(path);
        }
    }

    private static AssemblyLook NotAnAssembly(string path) => new(path, IsAssembly: false, ContractVersion: null, [], [], []);

    private static AssemblyLook Read(string path, MetadataReader metadata)
    {
        var contract = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.StringComparer.Equals(reference.Name, ContractAssembly))
            .Select(reference => reference.Version)
            .FirstOrDefault();
        if (contract is null)
            return new(path, IsAssembly: true, ContractVersion: null, [], [], []);
        return new(
            path,
            IsAssembly: true,
            contract,
            Exports(metadata, nameof(ExportTaskAttribute)),
            Exports(metadata, nameof(ExportViewAttribute)),
            Exports(metadata, nameof(ExportDataSourceAttribute)));
    }

    // The first argument of every attribute of the given name, which is the name of the export.
    private static ValueList<string> Exports(MetadataReader metadata, string attributeName) =>
    [
        .. from type in metadata.TypeDefinitions
           from handle in metadata.GetTypeDefinition(type).GetCustomAttributes()
           let attribute = metadata.GetCustomAttribute(handle)
           where IsOfType(metadata, attribute, attributeName)
           select FirstArgument(metadata.GetBlobReader(attribute.Value)),
    ];

    private static bool IsOfType(MetadataReader metadata, CustomAttribute attribute, string name)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        var declaring = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (declaring.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)declaring);
        return metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, typeof(IVideoTask).Namespace!);
    }

    private static string FirstArgument(BlobReader value)
    {
        value.ReadUInt16(); // the prolog of every attribute
        return value.ReadSerializedString() ?? "";
    }
}
