using System.CommandLine;
using VideoPoet.CommandLine;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>toybox</c>, which only holds the verbs below it.</summary>
internal static class ToyboxVerb
{
    public static Command Create() => new Verb(
        "toybox",
        "Draws clips whose truth is known, and judges what a clip shows.",
        example: "toybox show toybox:clips=4,seed=1 -o toys")
    {
        ToyboxShowVerb.Create(),
        ToyboxCaptionsVerb.Create(),
        ToyboxJudgeVerb.Create(),
        ToyboxMeasureVerb.Create(),
    };
}
