using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Positions;

/// <summary>
/// What the layout says of every position: whether it is output or which input of its modality, where its token lies, and, where a position predicts,
/// where the next token lies. A position that predicts otherwise has to count to find out what it is asked for.
/// </summary>
internal sealed class PositionEmbedding : nn.Module
{
    private readonly CoordinateSpec _reach;
    [ComponentName(Name = "segment")] private readonly Embedding _segment;
    [ComponentName(Name = "place")] private readonly CoordinateTables _place;
    [ComponentName(Name = "next")] private readonly CoordinateTables _next;

    /// <summary>Makes the tables.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="levels">The levels of the audio tokenizer.</param>
    /// <param name="device">Where the tables live.</param>
    /// <param name="type">Their type.</param>
    public PositionEmbedding(LanguageModelSpec sizes, int levels, Device? device, ScalarType? type) : base(nameof(PositionEmbedding))
    {
        _reach = sizes.Coordinates;
        _segment = Layers.Embedding(1 + _reach.Inputs, sizes.Width, device, type);
        _place = new(_reach, levels, sizes.Width, device, type);
        _next = new(_reach, levels, sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>Embeds positions: [sequences, count, width], or [1, count, width] when all sequences have the same.</summary>
    /// <param name="layouts">The layouts of the sequences.</param>
    /// <param name="first">The first position.</param>
    /// <param name="count">The number of positions.</param>
    /// <exception cref="ArgumentException">A layout reaches beyond the tables.</exception>
    public Tensor Of(IReadOnlyList<SequenceLayout> layouts, int first, int count)
    {
        using var scope = NewDisposeScope();
        var distinct = layouts.Distinct().ToList();
        var embedded = stack(distinct.Select(layout => Of(layout, first, count)));
        if (distinct.Count > 1)
        {
            var rows = layouts.Select(layout => (long)distinct.IndexOf(layout)).ToArray();
            embedded = embedded.index_select(0, tensor(rows, device: embedded.device));
        }
        return embedded.MoveToOuterDisposeScope();
    }

    private Tensor Of(SequenceLayout layout, int first, int count)
    {
        var (roles, places) = Describe(layout);
        var positions = Enumerable.Range(first, count).ToList();
        var rows = _segment.call(tensor(positions.Select(position => (long)roles[position]).ToArray(), device: _segment.weight!.device));
        rows = _place.AddTo(rows, [.. positions.Select(position => (TokenCoordinates?)places[position])]);
        return _next.AddTo(rows, [.. positions.Select(NextOf)]);

        TokenCoordinates? NextOf(int position) =>
            position + 1 >= layout.PrefixLength && position + 1 < layout.Length ? places[position + 1] : null;
    }

    // For every position 0 in the output, or the number of the input among those of its modality, from 1; and the coordinates.
    private (int[] Roles, TokenCoordinates[] Places) Describe(SequenceLayout layout)
    {
        var (roles, places) = (new int[layout.Length], new TokenCoordinates[layout.Length]);
        var inputs = new Dictionary<Modality, int>();
        foreach (var segment in layout.Segments)
        {
            var isMarker = segment is MarkerSegment;
            var input = segment.IsOutput ? 0 : isMarker ? 1 : inputs[segment.Modality] = inputs.GetValueOrDefault(segment.Modality) + 1;
            if (input > _reach.Inputs)
            {
                throw new ArgumentException(
                    $"the model tells {_reach.Inputs} inputs of a modality apart; the sequence has more {segment.Modality} inputs.");
            }
            for (var position = segment.Start; position < segment.End; position++)
                (roles[position], places[position]) = (input, segment.CoordinatesOf(position));
        }
        return (roles, places);
    }
}
