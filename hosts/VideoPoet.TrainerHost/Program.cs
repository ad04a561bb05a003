using VideoPoet.CommandLine;
using VideoPoet.Media;
using VideoPoet.Models.WeightFiles;

// One line a verb; each verb is a file in Verbs.
var host = new HostRunner(
    "From files to tokens, and to trained models.", typeof(MediaException), typeof(WeightFileException), typeof(WeightMismatchException));
return await host.RunAsync(args);
