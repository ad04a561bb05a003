using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoPoet.Inference;

/// <summary>Adds generators to a container.</summary>
public static class VideoPoetServiceCollectionExtensions
{
    /// <summary>
    /// Adds a generator, as <see cref="IVideoGenerator"/> and, for images, as the <c>IImageGenerator</c> of Microsoft.Extensions.AI. Its options are
    /// checked when the program starts.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Says which model, and within which limits.</param>
    /// <returns>Lays decorators around the generator.</returns>
    public static VideoGeneratorBuilder AddVideoPoet(this IServiceCollection services, Action<VideoPoetOptions> configure) =>
        Add(services, key: null, builder => builder.Configure(configure));

    /// <summary>Adds a generator with the options of a section of the configuration, such as <c>VideoPoet</c> of appsettings.json.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section; a key that is none of the options' is refused.</param>
    /// <returns>Lays decorators around the generator.</returns>
    public static VideoGeneratorBuilder AddVideoPoet(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, key: null, builder => Bind(builder, configuration));

    /// <summary>Adds a generator by a key, so that a program can have several models.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Says which model, and within which limits.</param>
    /// <returns>Lays decorators around the generator.</returns>
    public static VideoGeneratorBuilder AddKeyedVideoPoet(this IServiceCollection services, string key, Action<VideoPoetOptions> configure) =>
        Add(services, key, builder => builder.Configure(configure));

    /// <summary>Adds a generator by a key with the options of a section of the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key.</param>
    /// <param name="configuration">The section; a key that is none of the options' is refused.</param>
    /// <returns>Lays decorators around the generator.</returns>
    public static VideoGeneratorBuilder AddKeyedVideoPoet(this IServiceCollection services, string key, IConfiguration configuration) =>
        Add(services, key, builder => Bind(builder, configuration));

    private static VideoGeneratorBuilder Add(IServiceCollection services, string? key, Action<OptionsBuilder<VideoPoetOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = key ?? Options.DefaultName;
        configure(services.AddOptions<VideoPoetOptions>(name).ValidateOnStart());
        services.AddSingleton<IValidateOptions<VideoPoetOptions>>(new OptionsValidation(name));
        var builder = new VideoGeneratorBuilder(
            provider => new VideoPoetGenerator(provider.GetRequiredService<IOptionsMonitor<VideoPoetOptions>>().Get(name)));
        services.AddKeyedSingleton(key, (provider, _) => builder.Build(provider));
#pragma warning disable MEAI001 // The interface is there to be implemented; its shape may still change.
        services.AddKeyedSingleton<IImageGenerator>(
            key, (provider, _) => new VideoPoetImageGenerator(provider.GetRequiredKeyedService<IVideoGenerator>(key)));
#pragma warning restore MEAI001
        return builder;
    }

    private static void Bind(OptionsBuilder<VideoPoetOptions> builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true);
    }

    private sealed class OptionsValidation(string name) : IValidateOptions<VideoPoetOptions>
    {
        public ValidateOptionsResult Validate(string? name1, VideoPoetOptions options)
        {
            if (name1 != name)
                return ValidateOptionsResult.Skip;
            var problems = OptionsProblems.Of(options).ToArray();
            return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
