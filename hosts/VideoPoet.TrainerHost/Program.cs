using VideoPoet.CommandLine;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Torch;
using VideoPoet.TrainerHost.Verbs;
using VideoPoet.Training;

// One line a verb; each verb is a file in Verbs. Files of weights that do not fit are format exceptions.
var host = new HostRunner(
    "From files to tokens, and to trained models.",
    typeof(MediaException), typeof(FormatException), typeof(DatasetException), typeof(TrainingException), typeof(ProcessGroupException));
return await host.RunAsync(
    args,
    TokenizeVerb.Create(),
    ReconstructVerb.Create(),
    TrainVerb.Create(),
    PackageVerb.Create(),
    ToyboxVerb.Create());
