using VideoPoet.Media;

namespace VideoPoet.Tests;

/// <summary>The message with which something is refused.</summary>
internal static class Refusal
{
    public static async Task<string> Of(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (MediaException exception)
        {
            return exception.Message;
        }
        throw new AssertionException("it was not refused.");
    }
}
