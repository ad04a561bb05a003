using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EngineMembers;

/// <summary>An engine assembly's types and members, found by what a reference to them says; those that everybody sees have a line.</summary>
public sealed class EngineApi
{
    private readonly Dictionary<string, EngineType> _types = new(StringComparer.Ordinal);

    private EngineApi(string assembly) => Assembly = assembly;

    /// <summary>The assembly's simple name.</summary>
    public string Assembly { get; }

    /// <summary>The lines of the public API.</summary>
    public IEnumerable<string> Lines => _types.Values.SelectMany(type => type.Members.Values.Prepend(type.Line)).OfType<string>();

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

    /// <summary>Looks for a type's own or inherited member; its line is null when only friends of the engine see it.</summary>
    internal bool TryFind(EngineType type, string memberKey, out string? line)
    {
        for (var declaring = type; declaring is not null; declaring = Find(declaring.Base))
            if (declaring.Members.TryGetValue(memberKey, out line))
                return true;
        line = null;
        return false;
    }

    private static EngineType Read(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var notation = new Notation(reader, handle);
        var definition = reader.GetTypeDefinition(handle);
        var isVisible = Visibility.Of(reader, definition);
        var members = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var method in definition.GetMethods().Select(reader.GetMethodDefinition))
            members[MemberKey.Of(reader, method)] = isVisible && Visibility.Of(method) ? notation.Line(method) : null;
        // An enumeration keeps its number in a field of its own, which no code can name.
        var fields = definition.GetFields()
            .Select(reader.GetFieldDefinition)
            .Where(field => !field.Attributes.HasFlag(FieldAttributes.SpecialName))
            .ToList();
        foreach (var field in fields)
            members[MemberKey.Of(reader, field)] = isVisible && Visibility.Of(field) ? notation.Line(field) : null;
        // A property stands for its accessors, and an event likewise.
        foreach (var (accessors, line) in notation.Properties().Concat(notation.Events()))
            foreach (var accessor in accessors.Where(accessor => !accessor.IsNil).Select(reader.GetMethodDefinition))
                members[MemberKey.Of(reader, accessor)] = isVisible && Visibility.Of(accessor) ? line : null;
        return new(
            isVisible ? notation.TypeLine() : null,
            TypeNames.DefinitionOf(TypeNames.Of(reader, definition.BaseType)),
            members,
            isVisible && notation.IsEnum ? [.. fields.Select(notation.Line)] : []);
    }
}

/// <summary>A type of an engine.</summary>
/// <param name="Line">The type's line; null when only friends of the engine see it.</param>
/// <param name="Base">The name of the base type's generic definition.</param>
/// <param name="Members">The lines of its members by <see cref="MemberKey"/>; null for one that only friends see.</param>
/// <param name="Constants">The lines of its constants, if it is an enumeration.</param>
internal sealed record EngineType(string? Line, string Base, IReadOnlyDictionary<string, string?> Members, IReadOnlyList<string> Constants);
