namespace VideoPoet.Models.WeightFiles;

/// <summary>One tensor of a safetensors header.</summary>
/// <param name="Entry">The name, type and shape.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last.</param>
internal readonly record struct SafetensorsEntry(WeightEntry Entry, long Begin, long End);
