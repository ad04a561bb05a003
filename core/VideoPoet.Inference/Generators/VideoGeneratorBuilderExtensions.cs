using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace VideoPoet.Inference;

/// <summary>The decorators of this library.</summary>
public static class VideoGeneratorBuilderExtensions
{
    /// <summary>Logs what is generated.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="loggerFactory">Makes the logger; that of the services when null.</param>
    public static VideoGeneratorBuilder UseLogging(this VideoGeneratorBuilder builder, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((generator, services) =>
        {
            var factory = loggerFactory ?? (ILoggerFactory?)services.GetService(typeof(ILoggerFactory)) ?? NullLoggerFactory.Instance;
            return new LoggingVideoGenerator(generator, factory.CreateLogger(typeof(LoggingVideoGenerator)));
        });
    }

    /// <summary>Traces and measures generations by OpenTelemetry's conventions for generative AI.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="sourceName">The name of the source of traces and of the meter.</param>
    public static VideoGeneratorBuilder UseOpenTelemetry(
        this VideoGeneratorBuilder builder, string sourceName = OpenTelemetryVideoGenerator.DefaultSourceName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(generator => new OpenTelemetryVideoGenerator(generator, sourceName));
    }

    /// <summary>Keeps what was generated, and gives it again to the same request with the same seed.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="bytes">How many bytes of frames and sound are kept.</param>
    public static VideoGeneratorBuilder UseCaching(this VideoGeneratorBuilder builder, long bytes = CachingVideoGenerator.DefaultBytes)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(generator => new CachingVideoGenerator(generator, bytes));
    }
}
