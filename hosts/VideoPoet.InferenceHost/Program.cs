using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Verbs;

// One line a verb; each verb is a file in Verbs.
return await new HostRunner("Inference with VideoPoet.Framework.").RunAsync(
    args,
    TasksVerb.Create(),
    MixtureVerb.Create());
