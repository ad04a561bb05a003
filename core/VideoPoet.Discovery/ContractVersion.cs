using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>The rule which plugins a host can run: those built against the same version of the contracts, or an earlier compatible one.</summary>
internal static class ContractVersion
{
    private static readonly Version Host = typeof(IVideoTask).Assembly.GetName().Version!;

    /// <summary>Checks an assembly before it is loaded.</summary>
    /// <exception cref="PluginFaultException">The assembly was built against contracts that the host does not offer.</exception>
    public static void Check(AssemblyLook assembly)
    {
        if (!Offers(Host, assembly.ContractVersion!))
        {
            throw new PluginFaultException(
                $"{Path.GetFileName(assembly.Path)} was built against VideoPoet.Core {assembly.ContractVersion}, and this program offers {Host}; "
                + $"build it against {Host.ToString(2)}.");
        }
    }

    // Semantic versioning: before 1.0 every minor version may break its users.
    private static bool Offers(Version host, Version wanted) =>
        host.Major == wanted.Major && (host.Major == 0 ? host.Minor == wanted.Minor : host.Minor >= wanted.Minor);
}
