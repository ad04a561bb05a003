namespace VideoPoet.Core;

/// <summary>Writes segments one after another in the canonical order of Table 1.</summary>
internal sealed class LayoutWriter(VideoFormat format, UnifiedVocabulary vocabulary)
{
    private readonly List<Segment> _segments = [];

    private int Position => _segments.Count == 0 ? 0 : _segments[^1].End;

    public ValueList<Segment> Write(TaskDefinition task)
    {
        WritePrefix(task);
        WriteOutputs(task);
        return _segments.ToValueList();
    }

    private void WritePrefix(TaskDefinition task)
    {
        Mark(SpecialToken.BeginSequence);
        Mark(vocabulary.Tokens[TokenKind.Task, task.Token.Name]);
        // <res> is the resolution of the video output (Table 1): sound has none.
        if (format.ResolutionToken is { } resolution && task.OutputModalities.Contains(Modality.Visual))
            Mark(vocabulary.Tokens[TokenKind.Resolution, resolution]);
        if (format.DurationToken is { } duration)
            Mark(vocabulary.Tokens[TokenKind.Duration, duration]);
        // Stable: several inputs of one modality keep the order in which the task declares them.
        foreach (var input in task.PresentInputs.OrderBy(input => input.View.Modality))
            WriteInput(input.View);
    }

    private void WriteInput(ClipView view)
    {
        switch (view.Modality)
        {
            case Modality.Text:
                Mark(SpecialToken.BeginTextInput);
                _segments.Add(new TextSegment(view, Position));
                Mark(SpecialToken.EndTextInput);
                break;
            case Modality.Visual:
                Mark(SpecialToken.BeginVisualInput);
                Visual(view, after: null, isOutput: false);
                Mark(SpecialToken.EndVisualInput);
                break;
            default:
                Mark(SpecialToken.BeginAudioInput);
                Audio(view, isOutput: false);
                Mark(SpecialToken.EndAudioInput);
                break;
        }
    }

    private void WriteOutputs(TaskDefinition task)
    {
        foreach (var output in task.Outputs.OrderBy(output => output.View.Modality))
        {
            if (output.View.Modality == Modality.Visual)
            {
                Mark(SpecialToken.BeginVisualOutput, isOutput: true);
                Visual(output.View, output.After, isOutput: true);
                if (task.Ends)
                    Mark(SpecialToken.EndVisualOutput, isOutput: true);
            }
            else
            {
                Mark(SpecialToken.BeginAudioOutput, isOutput: true);
                Audio(output.View, isOutput: true);
                Mark(SpecialToken.EndAudioOutput, isOutput: true);
            }
        }
        if (task.Ends)
            Mark(SpecialToken.EndSequence, isOutput: true);
    }

    private void Mark(SpecialToken token, bool isOutput = false) => _segments.Add(new MarkerSegment(token, Position, isOutput));

    private void Visual(ClipView view, ClipView? after, bool isOutput) => _segments.Add(
        new VisualSegment(view, view.VisualShape(format), vocabulary.Visual, after?.VisualShape(format).Time ?? 0, Position, isOutput));

    private void Audio(ClipView view, bool isOutput) => _segments.Add(
        new AudioSegment(view, view.AudioShape(format, vocabulary.AudioLevels), vocabulary.Audio, Position, isOutput));
}
