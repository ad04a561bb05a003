using VideoPoet.Engines.Tests.Parity.Cases;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Every parity case by its name.</summary>
internal static partial class AllCases
{
    public static IReadOnlyDictionary<string, ParityCase> ByName { get; } = Tables().SelectMany(table => table).ToDictionary(@case => @case.Name);

    private static List<CaseTable> Tables()
    {
        List<CaseTable> tables =
        [
            CreationCases.Table, ConversionCases.Table, ArithmeticCases.Table, InPlaceCases.Table, SpecialCases.Table, ComparisonCases.Table,
            ReductionCases.Table, OrderingCases.Table, IndexingCases.Table, ShapeCases.Table, MatrixCases.Table, DecompositionCases.Table,
            ConvolutionCases.Table, NormalisationCases.Table, ActivationCases.Table, PaddingCases.Table, ResamplingCases.Table, PoolingCases.Table,
            LossCases.Table, CriterionCases.Table, AttentionCases.Table, FourierCases.Table, OptimiserCases.Table, SchedulerCases.Table,
            ModuleCases.Table, TrainingCases.Table,
        ];
        AddSystemEngineCases(tables);
        return tables;
    }

    /// <summary>Adds the cases that the package answers differently from PyTorch; nothing when the tests are built over the package.</summary>
    static partial void AddSystemEngineCases(List<CaseTable> tables);
}
