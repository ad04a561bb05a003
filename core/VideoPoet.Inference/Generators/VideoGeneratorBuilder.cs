namespace VideoPoet.Inference;

/// <summary>Lays decorators around a generator; the one that was added first is the outermost.</summary>
public sealed class VideoGeneratorBuilder
{
    private readonly Func<IServiceProvider, IVideoGenerator> _inner;
    private readonly List<Func<IVideoGenerator, IServiceProvider, IVideoGenerator>> _decorators = [];

    /// <summary>Begins with a generator.</summary>
    /// <param name="innerGenerator">The generator.</param>
    public VideoGeneratorBuilder(IVideoGenerator innerGenerator)
    {
        ArgumentNullException.ThrowIfNull(innerGenerator);
        _inner = _ => innerGenerator;
    }

    /// <summary>Begins with a generator that is made when it is needed.</summary>
    /// <param name="innerGeneratorFactory">Makes it.</param>
    public VideoGeneratorBuilder(Func<IServiceProvider, IVideoGenerator> innerGeneratorFactory)
    {
        ArgumentNullException.ThrowIfNull(innerGeneratorFactory);
        _inner = innerGeneratorFactory;
    }

    /// <summary>Adds a decorator.</summary>
    /// <param name="decorate">Lays it around a generator.</param>
    public VideoGeneratorBuilder Use(Func<IVideoGenerator, IVideoGenerator> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        return Use((generator, _) => decorate(generator));
    }

    /// <summary>Adds a decorator that needs services.</summary>
    /// <param name="decorate">Lays it around a generator.</param>
    public VideoGeneratorBuilder Use(Func<IVideoGenerator, IServiceProvider, IVideoGenerator> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        _decorators.Add(decorate);
        return this;
    }

    /// <summary>Makes the generator.</summary>
    /// <param name="services">The services that decorators need; none when null.</param>
    public IVideoGenerator Build(IServiceProvider? services = null)
    {
        services ??= NoServices.Instance;
        var generator = _inner(services);
        for (var index = _decorators.Count - 1; index >= 0; index--)
            generator = _decorators[index](generator, services);
        return generator;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
