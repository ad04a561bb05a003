using VideoPoet.InferenceHost.CommandLine;
using VideoPoet.InferenceHost.Verbs;

// One line a verb; each verb is a file in Verbs.
return HostRunner.Run(
    args,
    "Inference with VideoPoet.Framework.",
    TasksVerb.Create(),
    MixtureVerb.Create());
