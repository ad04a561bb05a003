using System.Globalization;
using VideoPoet.Specs.Binding;
using YamlDotNet.Serialization;

namespace VideoPoet.Specs;

/// <summary>Writes what a recipe came to, with all that it names, all that overrode it and all defaults: for reading and for comparing.</summary>
public static class SpecValues
{
    /// <summary>Every value by its path, such as <c>optimizer:learningRate</c> or <c>stages:0:frames</c>; what is absent is left out.</summary>
    /// <param name="recipe">The recipe.</param>
    public static IReadOnlyDictionary<string, string> Flatten(RecipeSpec recipe)
    {
        var values = new OrderedDictionary<string, string>();
        Add("", SpecTree.Of(recipe), values);
        return values;
    }

    /// <summary>The recipe as YAML, with the files that it names in their place.</summary>
    /// <param name="recipe">The recipe.</param>
    public static string ToYaml(RecipeSpec recipe) => Yaml(recipe);

    /// <summary>A model as YAML, as <see cref="SpecReader.ReadModel"/> reads it.</summary>
    /// <param name="model">The model.</param>
    public static string ToYaml(ModelSpec model) => Yaml(model);

    private static string Yaml<T>(T specification) where T : notnull =>
        new SerializerBuilder().WithIndentedSequences().WithNewLine("\n").Build().Serialize(SpecTree.Of(specification));

    private static void Add(string path, object value, OrderedDictionary<string, string> values)
    {
        switch (value)
        {
            case OrderedDictionary<string, object> map:
                foreach (var (key, below) in map)
                    Add(path.Length == 0 ? key : $"{path}:{key}", below, values);
                break;
            case List<object> list:
                for (var index = 0; index < list.Count; index++)
                    Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{index}"), list[index], values);
                break;
            default:
                values.Add(path, (string)value);
                break;
        }
    }
}
