using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EngineMembers;

/// <summary>What an assembly uses of an engine, read from its tables of references.</summary>
internal static class EngineUse
{
    public static IReadOnlyList<string> LinesOf(string file, EngineApi engine)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        var isUser = reader.AssemblyReferences.Any(handle => reader.GetString(reader.GetAssemblyReference(handle).Name) == engine.Assembly);
        return isUser ? [.. Types(reader, file, engine), .. Members(reader, file, engine)] : [];
    }

    private static IEnumerable<string> Types(MetadataReader reader, string file, EngineApi engine)
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

    private static IEnumerable<string> Members(MetadataReader reader, string file, EngineApi engine)
    {
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            // A type of the assembly itself, or an array, is no type of the engine.
            if (engine.Find(TypeNames.DefinitionOf(TypeNames.Of(reader, member.Parent))) is not { } type)
                continue;
            var name = reader.GetString(member.Name);
            var key = member.GetKind() == MemberReferenceKind.Method
                ? MemberKey.Of(name, member.DecodeMethodSignature(TypeNames.Instance, null))
                : MemberKey.Of(name, member.DecodeFieldSignature(TypeNames.Instance, null));
            yield return engine.Find(type, key) ?? throw NotFound(file, $"{type.Line}: {key}", engine);
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
