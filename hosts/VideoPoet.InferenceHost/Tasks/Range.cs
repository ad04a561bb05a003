namespace VideoPoet.InferenceHost.Tasks;

/// <summary>How a run of whole numbers is written.</summary>
internal static class Range
{
    public static string Of(int first, int last) => first == last ? $"{first}" : $"{first}–{last}";
}
