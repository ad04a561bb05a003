using VideoPoet.Core;

namespace VideoPoet.Tasks.Painting;

/// <summary>What inpainting and outpainting have in common: everything but the side that is filled.</summary>
internal static class PaintingTask
{
    public static TaskDefinition Define(MaskSide side, TaskParameters parameters)
    {
        var arguments = TaskParameters.None.With("mask", parameters.Get("mask", MaskShape.Central)).With("side", side);
        return new()
        {
            Token = TaskToken.Video,
            Inputs =
            [
                Input.Text(InputPresence.Optional),
                Input.Visual(Views.Computed(MaskedVideo.Name, arguments, optional: MediaRole.Mask)),
            ],
            Outputs = [Output.Visual(Views.WholeVideo)],
            Parameters = [TaskParameter.Choice<MaskShape>("mask")],
        };
    }
}
