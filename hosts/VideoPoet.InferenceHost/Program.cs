using VideoPoet.CommandLine;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Verbs;
using VideoPoet.Media;

// One line a verb; each verb is a file in Verbs. Files of weights that do not fit are format exceptions.
var host = new HostRunner(
    "Inference with VideoPoet.Framework.", typeof(VideoGenerationException), typeof(MediaException), typeof(FormatException));
return await host.RunAsync(
    args,
    GenerateVerb.Create(),
    ChainVerb.Create(),
    DemoVerb.Create(),
    EvaluateVerb.Create(),
    TasksVerb.Create(),
    MixtureVerb.Create());
