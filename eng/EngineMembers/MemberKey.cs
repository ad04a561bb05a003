using System.Reflection.Metadata;

namespace EngineMembers;

/// <summary>What identifies a member within its type, equal in the definition and in every reference to it.</summary>
internal static class MemberKey
{
    public static string Of(string name, MethodSignature<string> signature) =>
        $"{name}``{signature.GenericParameterCount}({string.Join(", ", signature.ParameterTypes)}) -> {signature.ReturnType}";

    public static string Of(string name, string fieldType) => $"{name} -> {fieldType}";
}
