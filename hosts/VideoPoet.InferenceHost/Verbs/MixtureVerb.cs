using System.CommandLine;
using VideoPoet.CommandLine;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>mixture</c>, which only holds the verbs below it.</summary>
internal static class MixtureVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "mixture",
            "Says what a model is trained on, and how often.",
            example: "mixture show task-specs/mixtures/pretrain.yaml")
        {
            MixtureShowVerb.Create(),
        };
        PluginOptions.AddTo(verb);
        return verb;
    }
}
