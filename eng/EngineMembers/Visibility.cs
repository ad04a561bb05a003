using System.Reflection;
using System.Reflection.Metadata;

namespace EngineMembers;

/// <summary>Whether everybody sees a type or a member, at least from a derived class.</summary>
internal static class Visibility
{
    public static bool Of(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => Of(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    public static bool Of(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    public static bool Of(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
