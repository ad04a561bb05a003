using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EngineMembers;

/// <summary>
/// What an assembly uses of an engine's public API, read from its tables of references. What a friend of the engine uses beside that
/// is no part of the API; the compiler keeps it from everybody else.
/// </summary>
internal static class EngineUse
{
    public static IReadOnlyList<string> LinesOf(string file, EngineApi engine)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        var isUser = reader.AssemblyReferences.Any(handle => reader.GetString(reader.GetAssemblyReference(handle).Name) == engine.Assembly);
        return isUser ? [.. Types(reader, file, engine).Concat(Members(reader, file, engine)).OfType<string>()] : [];
    }

    private static IEnumerable<string?> Types(MetadataReader reader, string file, EngineApi engine)
    {
        foreach (var handle in reader.TypeReferences.Where(handle => IsIn(reader, handle, engine.Assembly)))
        {
            var name = TypeNames.Of(reader, handle);
            var type = engine.Find(name) ?? throw NotFound(file, name, engine);
            yield return type.Line;
            // The compiler puts the number in a constant's place, so which of them are used cannot be read.
            foreach (var constant in type.Constants)
                yield return constant;
        }
    }

    private static IEnumerable<string?> Members(MetadataReader reader, string file, EngineApi engine)
    {
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            // A type of the assembly itself, or an array, is no type of the engine.
            var name = TypeNames.DefinitionOf(TypeNames.Of(reader, member.Parent));
            if (engine.Find(name) is not { } type)
                continue;
            var key = MemberKey.Of(reader, member);
            yield return engine.TryFind(type, key, out var line) ? line : throw NotFound(file, $"{name}.{key}", engine);
        }
    }

    private static bool IsIn(MetadataReader reader, TypeReferenceHandle handle, string assembly)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsIn(reader, (TypeReferenceHandle)scope, assembly),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == assembly,
            _ => false,
        };
    }

    private static StaleBuildException NotFound(string file, string what, EngineApi engine) =>
        new($"{RepositoryTree.Relative(file)} uses {what}, which {engine.Assembly} lacks");
}
