using System.Collections;
using System.Diagnostics.CodeAnalysis;
using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>The media of a request by their roles: <c>Media = { [MediaRole.FirstFrame] = "ball.png" }</c>.</summary>
public sealed class RequestMedia : IEnumerable<KeyValuePair<MediaRole, MediaSource>>
{
    private readonly SortedDictionary<MediaRole, MediaSource> _sources = [];

    /// <summary>What is supplied in a role.</summary>
    /// <param name="role">The role.</param>
    /// <exception cref="KeyNotFoundException">Nothing is.</exception>
    public MediaSource this[MediaRole role]
    {
        get => _sources[role];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _sources[role] = value;
        }
    }

    /// <summary>The roles in which something is supplied.</summary>
    public IEnumerable<MediaRole> Roles => _sources.Keys;

    /// <summary>Looks a role up.</summary>
    /// <param name="role">The role.</param>
    /// <param name="source">What is supplied, if anything is.</param>
    public bool TryGet(MediaRole role, [NotNullWhen(true)] out MediaSource? source) => _sources.TryGetValue(role, out source);

    /// <summary>Supplies something in a role that nothing is supplied in yet.</summary>
    /// <param name="role">The role.</param>
    /// <param name="source">What is supplied.</param>
    /// <exception cref="ArgumentException">Something is already.</exception>
    public void Add(MediaRole role, MediaSource source) => _sources.Add(role, source);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<MediaRole, MediaSource>> GetEnumerator() => _sources.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
