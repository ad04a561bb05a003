namespace VideoPoet.Training.Distributed;

/// <summary>What rank 0 tells the others to do with it.</summary>
internal enum Order : long
{
    /// <summary>Take rank 0's parameters and buffers.</summary>
    Synchronise = 1,

    /// <summary>Take the step of the argument's number.</summary>
    Step,

    /// <summary>Send what the optimiser of the argument's number remembers to rank 0.</summary>
    Gather,

    /// <summary>Take what the optimiser of the argument's number shall remember from rank 0.</summary>
    Scatter,

    /// <summary>End, the run being complete.</summary>
    Complete,

    /// <summary>End, the run being stopped.</summary>
    Stop,
}
