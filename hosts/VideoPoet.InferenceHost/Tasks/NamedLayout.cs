using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>A layout with the task that it belongs to.</summary>
internal sealed record NamedLayout(string Task, TaskDefinition Definition, SequenceLayout Layout);
