using VideoPoet.Core;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>A task of another family with a token of its own, for video without a condition.</summary>
internal sealed class TaskOfItsOwn(string token) : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Named(token),
        Outputs = [Output.Visual(Core.Views.WholeVideo)],
    };
}
