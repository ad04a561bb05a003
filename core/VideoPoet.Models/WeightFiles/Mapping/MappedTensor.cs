using VideoPoet.Core;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Where a tensor lies in a mapped file.</summary>
/// <param name="Entry">The name, type and shape.</param>
/// <param name="Offset">The place of the first element, in bytes from the file's beginning.</param>
/// <param name="Strides">Elements from one index to the next in every dimension, or null when they follow one another in row-major order.</param>
/// <param name="Member">What it lies in, where the file is an archive.</param>
internal sealed record MappedTensor(WeightEntry Entry, long Offset, ValueList<long>? Strides = null, ZipMember? Member = null);
