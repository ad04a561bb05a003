using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace EngineMembers;

/// <summary>The names of the generic parameters that a signature refers to by position.</summary>
internal sealed record GenericNames(ImmutableArray<string> OfType, ImmutableArray<string> OfMethod);

/// <summary>Names types as a reader of C# would: keywords, <c>T?</c>, no <c>System</c> namespaces, generic parameters by name.</summary>
internal sealed class DisplayNames : ISignatureTypeProvider<string, GenericNames>
{
    private static DisplayNames Instance { get; } = new();

    /// <summary>A type with the names of its own generic parameters.</summary>
    public static string OfDefinition(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var parameters = reader.GetTypeDefinition(handle).GetGenericParameters().Select(reader.GetGenericParameter);
        var names = parameters.Select(parameter => reader.GetString(parameter.Name));
        return Instance.GetGenericInstantiation(Instance.GetTypeFromDefinition(reader, handle, 0), [.. names]);
    }

    /// <summary>A base type.</summary>
    public static string Of(MetadataReader reader, EntityHandle handle, GenericNames names) => handle.Kind switch
    {
        HandleKind.TypeDefinition => OfDefinition(reader, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => Instance.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        _ => Instance.GetTypeFromSpecification(reader, names, (TypeSpecificationHandle)handle, 0),
    };

    public static string Of(FieldDefinition field, GenericNames names) => field.DecodeSignature(Instance, names);

    public static MethodSignature<string> Of(MethodDefinition method, GenericNames names) => method.DecodeSignature(Instance, names);

    public static MethodSignature<string> Of(PropertyDefinition property, GenericNames names) => property.DecodeSignature(Instance, names);

    public static string Arguments(IEnumerable<string> arguments) => string.Join(", ", arguments) is { Length: > 0 } list ? $"<{list}>" : "";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Void => "void",
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.SByte => "sbyte",
        PrimitiveTypeCode.Byte => "byte",
        PrimitiveTypeCode.Int16 => "short",
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.UInt32 => "uint",
        PrimitiveTypeCode.Int64 => "long",
        PrimitiveTypeCode.UInt64 => "ulong",
        PrimitiveTypeCode.Single => "float",
        PrimitiveTypeCode.Double => "double",
        PrimitiveTypeCode.String => "string",
        PrimitiveTypeCode.Object => "object",
        _ => typeCode.ToString(),
    };

    // The arity stays in the name until the arguments are known.
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.IsNested ? OfDefinition(reader, type.GetDeclaringType()) + "." : Prefix(reader.GetString(type.Namespace));
        return outer + reader.GetString(type.Name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var outer = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Split(GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)).Name + "."
            : Prefix(reader.GetString(type.Namespace));
        return outer + reader.GetString(type.Name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, GenericNames genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        // A nested type repeats its outer type's arguments before its own.
        var (name, arity) = Split(genericType);
        return name == "Nullable" ? typeArguments[0] + "?" : name + Arguments(typeArguments.TakeLast(arity));
    }

    public string GetGenericTypeParameter(GenericNames genericContext, int index) => genericContext.OfType[index];

    public string GetGenericMethodParameter(GenericNames genericContext, int index) => genericContext.OfMethod[index];

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"{signature.ReturnType}({string.Join(", ", signature.ParameterTypes)})*";

    private static (string Name, int Arity) Split(string name) =>
        name.LastIndexOf('`') is > 0 and var tick && int.TryParse(name[(tick + 1)..], out var arity) ? (name[..tick], arity) : (name, 0);

    private static string Prefix(string @namespace) =>
        @namespace is "" or "System" || @namespace.StartsWith("System.", StringComparison.Ordinal) ? "" : @namespace + ".";
}
