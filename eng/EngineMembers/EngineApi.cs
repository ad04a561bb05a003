using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EngineMembers;

/// <summary>An engine assembly's types and members, each with its line, found by what a reference to it says.</summary>
public sealed class EngineApi
{
    private readonly Dictionary<string, EngineType> _types = new(StringComparer.Ordinal);

    private EngineApi(string assembly) => Assembly = assembly;

    /// <summary>The assembly's simple name.</summary>
    public string Assembly { get; }

    /// <summary>The lines of all types and members, whatever their visibility.</summary>
    public IEnumerable<string> Lines => _types.Values.SelectMany(type => type.Members.Values.Prepend(type.Line));

    /// <summary>Reads an assembly's metadata; none of its code runs.</summary>
    public static EngineApi Load(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        var api = new EngineApi(reader.GetString(reader.GetAssemblyDefinition().Name));
        // The first row of the table holds what stands outside every type.
        foreach (var handle in reader.TypeDefinitions.Skip(1))
            api._types[TypeNames.Of(reader, handle)] = Read(reader, handle);
        return api;
    }

    /// <summary>The type with a name as <see cref="TypeNames"/> forms it, or null.</summary>
    internal EngineType? Find(string typeName) => _types.GetValueOrDefault(typeName);

    /// <summary>The line of a type's own or inherited member, or null.</summary>
    internal string? Find(EngineType type, string memberKey)
    {
        for (var declaring = type; declaring is not null; declaring = Find(declaring.Base))
            if (declaring.Members.TryGetValue(memberKey, out var line))
                return line;
        return null;
    }

    private static EngineType Read(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var notation = new Notation(reader, handle);
        var definition = reader.GetTypeDefinition(handle);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var method in definition.GetMethods().Select(reader.GetMethodDefinition))
            members[MemberKey.Of(reader.GetString(method.Name), method.DecodeSignature(TypeNames.Instance, null))] = notation.Line(method);
        foreach (var field in definition.GetFields().Select(reader.GetFieldDefinition))
            members[MemberKey.Of(reader.GetString(field.Name), field.DecodeSignature(TypeNames.Instance, null))] = notation.Line(field);
        // A property stands for its accessors, and an event likewise.
        foreach (var (accessors, line) in notation.Properties().Concat(notation.Events()))
            foreach (var accessor in accessors.Where(accessor => !accessor.IsNil).Select(reader.GetMethodDefinition))
                members[MemberKey.Of(reader.GetString(accessor.Name), accessor.DecodeSignature(TypeNames.Instance, null))] = line;
        var constants = definition.GetFields().Select(reader.GetFieldDefinition).Where(field => field.Attributes.HasFlag(FieldAttributes.Literal));
        return new(
            notation.TypeLine(),
            TypeNames.DefinitionOf(TypeNames.Of(reader, definition.BaseType)),
            members,
            notation.IsEnum ? [.. constants.Select(notation.Line)] : []);
    }
}

/// <summary>A type of an engine.</summary>
/// <param name="Line">The type's line.</param>
/// <param name="Base">The name of the base type's generic definition.</param>
/// <param name="Members">The lines of its members by <see cref="MemberKey"/>.</param>
/// <param name="Constants">The lines of its constants, if it is an enumeration.</param>
internal sealed record EngineType(string Line, string Base, IReadOnlyDictionary<string, string> Members, IReadOnlyList<string> Constants);
