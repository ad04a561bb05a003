using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;

namespace EngineMembers;

/// <summary>
/// Writes a type and its members as lines, in C#'s words: <c>Type : kind Base</c>, <c>Type.static Method(parameters) -> result</c>,
/// <c>Type.Property { get; set; } -> type</c>, <c>Type.Field -> type</c>.
/// </summary>
internal sealed class Notation
{
    private readonly MetadataReader _reader;
    private readonly TypeDefinition _type;
    private readonly GenericNames _names;
    private readonly string _name;
    private readonly string _base;

    public Notation(MetadataReader reader, TypeDefinitionHandle handle)
    {
        _reader = reader;
        _type = reader.GetTypeDefinition(handle);
        _names = new(Names(_type.GetGenericParameters()), []);
        _name = DisplayNames.OfDefinition(reader, handle);
        _base = TypeNames.Of(reader, _type.BaseType);
    }

    public bool IsEnum => _base == "System.Enum";

    public string TypeLine()
    {
        var kind = Kind();
        var parent = kind is "class" or "abstract class" && _base != "System.Object" ? " " + DisplayNames.Of(_reader, _type.BaseType, _names) : "";
        return $"{_name} : {kind}{parent}";
    }

    public string Line(MethodDefinition method)
    {
        var name = _reader.GetString(method.Name);
        var typeParameters = Names(method.GetGenericParameters());
        var signature = DisplayNames.Of(method, _names with { OfMethod = typeParameters });
        var parameters = $"({string.Join(", ", Parameters(method, signature))})";
        return name is ".ctor" or ".cctor"
            ? $"{_name}.ctor{parameters}"
            : $"{_name}.{Static(method)}{name}{DisplayNames.Arguments(typeParameters)}{parameters} -> {Plain(signature.ReturnType)}";
    }

    public string Line(FieldDefinition field)
    {
        var type = DisplayNames.Of(field, _names);
        var isConstant = field.Attributes.HasFlag(FieldAttributes.Literal);
        var modifier = isConstant ? "const " : field.Attributes.HasFlag(FieldAttributes.Static) ? "static " : "";
        return $"{_name}.{modifier}{_reader.GetString(field.Name)} -> {type}{(isConstant ? " = " + Constant(field.GetDefaultValue()) : "")}";
    }

    /// <summary>Each property's accessors and its line.</summary>
    public IEnumerable<(MethodDefinitionHandle[] Accessors, string Line)> Properties()
    {
        foreach (var property in _type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            var (getter, setter) = (property.GetAccessors().Getter, property.GetAccessors().Setter);
            var accessor = _reader.GetMethodDefinition(getter.IsNil ? setter : getter);
            var signature = DisplayNames.Of(property, _names);
            var indices = signature.ParameterTypes.Length == 0 ? "" : $"[{string.Join(", ", Parameters(accessor, signature))}]";
            var accessors = $"{{ {(IsSeen(getter) ? "get; " : "")}{(IsSeen(setter) ? "set; " : "")}}}";
            var line = $"{_name}.{Static(accessor)}{_reader.GetString(property.Name)}{indices} {accessors} -> {Plain(signature.ReturnType)}";
            yield return ([getter, setter], line);
        }
    }

    /// <summary>Each event's accessors and its line.</summary>
    public IEnumerable<(MethodDefinitionHandle[] Accessors, string Line)> Events() =>
        from definition in _type.GetEvents().Select(_reader.GetEventDefinition)
        let accessors = definition.GetAccessors()
        select (new[] { accessors.Adder, accessors.Remover }, $"{_name}.event {_reader.GetString(definition.Name)}");

    private string Kind() => _base switch
    {
        "System.Enum" => "enum",
        _ when _type.Attributes.HasFlag(TypeAttributes.Interface) => "interface",
        "System.ValueType" => "struct",
        "System.MulticastDelegate" => "delegate",
        _ when _type.Attributes.HasFlag(TypeAttributes.Abstract | TypeAttributes.Sealed) => "static class",
        _ => _type.Attributes.HasFlag(TypeAttributes.Abstract) ? "abstract class" : "class",
    };

    private IEnumerable<string> Parameters(MethodDefinition method, MethodSignature<string> signature)
    {
        var bySequence = method.GetParameters().Select(_reader.GetParameter).ToDictionary(parameter => parameter.SequenceNumber);
        // A parameter that the compiler left without a name, as of some accessors, has no row.
        return signature.ParameterTypes.Select((type, index) =>
            bySequence.TryGetValue(index + 1, out var parameter) ? Describe(parameter, type) : Plain(type));
    }

    private string Describe(Parameter parameter, string type)
    {
        var modifier = HasAttribute(parameter.GetCustomAttributes(), "ParamArrayAttribute") ? "params "
            : parameter.Attributes.HasFlag(ParameterAttributes.Out) ? "out "
            : type.EndsWith('&') ? "ref "
            : "";
        var value = parameter.GetDefaultValue();
        return $"{modifier}{Plain(type)} {_reader.GetString(parameter.Name)}{(value.IsNil ? "" : " = " + Constant(value))}";
    }

    private string Constant(ConstantHandle handle)
    {
        var constant = _reader.GetConstant(handle);
        return Convert.ToString(_reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode), CultureInfo.InvariantCulture) is { } text
            && constant.TypeCode != ConstantTypeCode.NullReference ? text : "null";
    }

    private bool HasAttribute(CustomAttributeHandleCollection attributes, string name) =>
        attributes.Select(_reader.GetCustomAttribute)
            .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference)
            .Select(attribute => _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
            .Any(type => TypeNames.Of(_reader, type) == "System." + name);

    private bool IsSeen(MethodDefinitionHandle accessor) => !accessor.IsNil && Visibility.Of(_reader.GetMethodDefinition(accessor));

    private ImmutableArray<string> Names(GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(handle => _reader.GetString(_reader.GetGenericParameter(handle).Name))];

    private static string Static(MethodDefinition method) => method.Attributes.HasFlag(MethodAttributes.Static) ? "static " : "";

    private static string Plain(string type) => type.TrimEnd('&');
}
