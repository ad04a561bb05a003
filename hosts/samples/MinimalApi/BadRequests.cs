using VideoPoet.Inference;

namespace VideoPoet.Samples.MinimalApi;

/// <summary>Tells a client everything that is wrong with a request.</summary>
internal sealed class BadRequests : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (VideoGenerationException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest, title: "The video cannot be generated.");
        }
    }
}
