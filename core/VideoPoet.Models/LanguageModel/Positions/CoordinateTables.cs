using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Positions;

/// <summary>
/// Learned embeddings of where tokens lie: the modality, and of visual codes the latent frame, the row and the column, of audio codes the level and
/// the latent frame. A text position has an id of its own and needs none.
/// </summary>
internal sealed class CoordinateTables : nn.Module
{
    [ComponentName(Name = "modality")] private readonly Embedding _modality;
    [ComponentName(Name = "time")] private readonly Embedding _time;
    [ComponentName(Name = "row")] private readonly Embedding _row;
    [ComponentName(Name = "column")] private readonly Embedding _column;
    [ComponentName(Name = "level")] private readonly Embedding _level;
    [ComponentName(Name = "frame")] private readonly Embedding _frame;

    /// <summary>Makes the tables.</summary>
    /// <param name="reach">The rows of the tables.</param>
    /// <param name="levels">The levels of the audio tokenizer.</param>
    /// <param name="width">The width of the residual stream.</param>
    /// <param name="device">Where the tables live.</param>
    /// <param name="type">Their type.</param>
    public CoordinateTables(CoordinateSpec reach, int levels, int width, Device? device, ScalarType? type) : base(nameof(CoordinateTables))
    {
        _modality = Layers.Embedding(Enum.GetValues<Modality>().Length, width, device, type);
        _time = Layers.Embedding(reach.Times, width, device, type);
        _row = Layers.Embedding(reach.Rows, width, device, type);
        _column = Layers.Embedding(reach.Columns, width, device, type);
        _level = Layers.Embedding(levels, width, device, type);
        _frame = Layers.Embedding(reach.AudioFrames, width, device, type);
        RegisterComponents();
    }

    /// <summary>Adds the embeddings of coordinates to rows.</summary>
    /// <param name="rows">[positions, width]</param>
    /// <param name="coordinates">Where each position lies; null adds nothing.</param>
    /// <returns>[positions, width]</returns>
    /// <exception cref="ArgumentException">A coordinate is beyond its table.</exception>
    public Tensor AddTo(Tensor rows, IReadOnlyList<TokenCoordinates?> coordinates)
    {
        using var scope = NewDisposeScope();
        rows = Add(rows, coordinates, _modality, "modalities", _ => true, place => (int)place.Modality);
        rows = Add(rows, coordinates, _time, "times", IsVisual, place => place.Time);
        rows = Add(rows, coordinates, _row, "rows", IsVisual, place => place.Row);
        rows = Add(rows, coordinates, _column, "columns", IsVisual, place => place.Column);
        rows = Add(rows, coordinates, _level, "audio levels", IsAudio, place => place.Level);
        rows = Add(rows, coordinates, _frame, "audioFrames", IsAudio, place => place.Time);
        return rows.MoveToOuterDisposeScope();

        static bool IsVisual(TokenCoordinates place) => place.Modality == Modality.Visual;
        static bool IsAudio(TokenCoordinates place) => place.Modality == Modality.Audio;
    }

    private static Tensor Add(
        Tensor rows, IReadOnlyList<TokenCoordinates?> coordinates, Embedding table, string name, Func<TokenCoordinates, bool> applies,
        Func<TokenCoordinates, int> value)
    {
        List<long> positions = [], values = [];
        for (var position = 0; position < coordinates.Count; position++)
        {
            if (coordinates[position] is not { } place || !applies(place))
                continue;
            positions.Add(position);
            values.Add(value(place));
        }
        if (positions.Count == 0)
            return rows;
        var reach = table.weight!.shape[0];
        if (values.Max() >= reach)
        {
            throw new ArgumentException(
                $"the model has {reach} {name}, and the sequence needs {values.Max() + 1}; the model's coordinates say how many.");
        }
        var device = rows.device;
        return rows.index_add(0, tensor(positions.ToArray(), device: device), table.call(tensor(values.ToArray(), device: device)), 1);
    }
}
