namespace VideoPoet.Architecture.Evaluation;

/// <summary>A reference of a project after MSBuild's evaluation, so with everything that imported files add.</summary>
/// <param name="From">The referencing project's name.</param>
/// <param name="Kind">Whether it names a project or a package.</param>
/// <param name="To">The name of the project or package.</param>
/// <param name="IsBuildOrderOnly">Whether the assembly itself is not referenced.</param>
/// <param name="Version">A version that the reference states itself; empty when it leaves that to Directory.Packages.props.</param>
public sealed record EvaluatedReference(string From, ReferenceKind Kind, string To, bool IsBuildOrderOnly, string Version);

/// <summary>What a reference names.</summary>
public enum ReferenceKind
{
    /// <summary>A project of the solution.</summary>
    Project,

    /// <summary>A package.</summary>
    Package,
}
