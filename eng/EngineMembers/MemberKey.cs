using System.Reflection.Metadata;

namespace EngineMembers;

/// <summary>What identifies a member within its type, equal in the definition and in every reference to it.</summary>
internal static class MemberKey
{
    public static string Of(MetadataReader reader, MethodDefinition method) =>
        Of(reader.GetString(method.Name), method.DecodeSignature(TypeNames.Instance, null));

    public static string Of(MetadataReader reader, FieldDefinition field) =>
        Of(reader.GetString(field.Name), field.DecodeSignature(TypeNames.Instance, null));

    public static string Of(MetadataReader reader, MemberReference member) => member.GetKind() == MemberReferenceKind.Method
        ? Of(reader.GetString(member.Name), member.DecodeMethodSignature(TypeNames.Instance, null))
        : Of(reader.GetString(member.Name), member.DecodeFieldSignature(TypeNames.Instance, null));

    private static string Of(string name, MethodSignature<string> signature) =>
        $"{name}``{signature.GenericParameterCount}({string.Join(", ", signature.ParameterTypes)}) -> {signature.ReturnType}";

    private static string Of(string name, string fieldType) => $"{name} -> {fieldType}";
}
