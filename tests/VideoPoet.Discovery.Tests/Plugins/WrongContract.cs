using VideoPoet.Core;

namespace Plugins;

[ExportTask("wrong-contract")]
public sealed class WrongContract : IVideoTask;
