using VideoPoet.Core;
using VideoPoet.Specs.Binding;
using VideoPoet.Specs.Configuration;

namespace VideoPoet.Specs;

/// <summary>Reads specifications: YAML files, overridden by the environment and by settings, bound to records and checked as a whole.</summary>
/// <param name="catalog">The tasks that mixtures and chains may name.</param>
public sealed class SpecReader(TaskCatalog catalog)
{
    /// <summary>Reads a model.</summary>
    /// <param name="file">The YAML file.</param>
    /// <param name="overrides">Settings that win over the file; none when null.</param>
    /// <exception cref="SpecException">Anything is wrong; every mistake is listed.</exception>
    public static ModelSpec ReadModel(string file, SpecOverrides? overrides = null) => Read<ModelSpec>(file, overrides, ModelCheck.Check);

    /// <summary>Reads a mixture.</summary>
    /// <param name="file">The YAML file.</param>
    /// <param name="overrides">Settings that win over the file; none when null.</param>
    /// <exception cref="SpecException">Anything is wrong; every mistake is listed.</exception>
    public MixtureSpec ReadMixture(string file, SpecOverrides? overrides = null) =>
        Read<MixtureSpec>(file, overrides, new MixtureCheck(catalog).Check);

    /// <summary>Reads a chain.</summary>
    /// <param name="file">The YAML file.</param>
    /// <param name="overrides">Settings that win over the file; none when null.</param>
    /// <exception cref="SpecException">Anything is wrong; every mistake is listed.</exception>
    public ChainSpec ReadChain(string file, SpecOverrides? overrides = null) => Read<ChainSpec>(file, overrides, new ChainCheck(catalog).Check);

    /// <summary>Reads a recipe with the other specifications that it names; the type of the record says what the recipe trains.</summary>
    /// <param name="file">The YAML file.</param>
    /// <param name="overrides">Settings that win over the files, such as <c>steps=500</c> or <c>mixture:tokenBudget=4096</c>; none when null.</param>
    /// <exception cref="SpecException">Anything is wrong in any of the files; every mistake is listed.</exception>
    public RecipeSpec ReadRecipe(string file, SpecOverrides? overrides = null) =>
        Read<RecipeSpec>(file, overrides, new RecipeCheck(catalog).Check);

    private static T Read<T>(string file, SpecOverrides? overrides, Action<T, SpecPlaces> check)
    {
        var errors = new SpecErrors();
        var (root, shape) = new SpecDocument(errors).Read(file, new WholeFileOrigin(file), Shapes.OfFile<T>(), overrides ?? SpecOverrides.None)
            ?? throw errors.ToException();
        var spec = (T)new SpecBinder(errors).Bind(root, shape);
        check(spec, new(root, errors));
        errors.ThrowIfAny();
        return spec;
    }
}
