using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>A task as the verb <c>tasks</c> lists it.</summary>
internal sealed record TaskListing(
    string Name,
    string Token,
    int TokenId,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> OptionalInputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<FormatListing> Formats)
{
    public static TaskListing Of(RegisteredTask task, IEnumerable<VideoFormat> formats, UnifiedVocabulary vocabulary)
    {
        var definition = task.Definition;
        var supported = formats.Where(format => definition.Misfit(format) is null);
        return new(
            task.Name,
            definition.Token.Name,
            vocabulary.Tokens[TokenKind.Task, definition.Token.Name].Id,
            [.. definition.PresentInputs.Select(input => input.Name), .. definition.Outputs.Select(output => output.After?.Name).OfType<string>()],
            [.. definition.Inputs.Except(definition.PresentInputs).Select(input => input.Name)],
            [.. definition.Outputs.Select(output => output.View.Name)],
            [.. supported.Select(format => FormatListing.Of(SequenceLayout.Create(definition, format, vocabulary)))]);
    }
}
