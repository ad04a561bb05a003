using VideoPoet.Engines.Tests.Parity.Cases;

namespace VideoPoet.Engines.Tests.Parity;

internal static partial class AllCases
{
    static partial void AddSystemEngineCases(List<CaseTable> tables) => tables.AddRange(SystemEngineCases.Tables);
}
