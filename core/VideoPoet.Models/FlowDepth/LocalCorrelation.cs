using static TorchSharp.torch;

namespace VideoPoet.Models.FlowDepth;

/// <summary>How much the features of a place in one frame are like those around the same place in another (FlowNet's correlation, arXiv 1504.06852).</summary>
internal static class LocalCorrelation
{
    /// <summary>How far around a place is looked, in places.</summary>
    public const int Radius = 3;

    /// <summary>The places that are looked at.</summary>
    public const long Places = Window * Window;

    private const long Window = 2 * Radius + 1;

    /// <summary>The mean products of features.</summary>
    /// <param name="here">[batch, features, height, width]</param>
    /// <param name="there">The same of the other frame; outside it, features are 0.</param>
    /// <returns>[batch, places, height, width]</returns>
    public static Tensor Of(Tensor here, Tensor there)
    {
        using var scope = NewDisposeScope();
        var (batch, features, height, width) = (here.shape[0], here.shape[1], here.shape[2], here.shape[3]);
        var rows = here.div(features).permute(0, 2, 3, 1).reshape(batch * height, width, features);
        var around = nn.functional.pad(there, [Radius, Radius, Radius, Radius]).permute(0, 2, 1, 3);
        // Of the products of two whole rows, those of places that are near each other: a band.
        var band = arange(width).view(-1, 1).add(arange(Window)).to(here.device).expand(batch * height, width, Window);
        var places = new List<Tensor>();
        for (var row = 0; row < Window; row++)
            places.Add(rows.bmm(around.narrow(1, row, height).reshape(batch * height, features, -1)).gather(2, band));
        return cat(places, 2).view(batch, height, width, Places).permute(0, 3, 1, 2).MoveToOuterDisposeScope();
    }
}
