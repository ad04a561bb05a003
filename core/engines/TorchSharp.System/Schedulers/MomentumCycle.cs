namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Moves the momenta of groups against their learning rates.</summary>
            private sealed class MomentumCycle
            {
                private readonly double[] _lowest;
                private readonly double[] _highest;

                public MomentumCycle(IReadOnlyList<ILearningRateController> groups, IEnumerable<double> lowest, IEnumerable<double> highest)
                {
                    if (groups.Any(group => group is not (IMomentum or IBetas)))
                        throw new ArgumentException("The optimiser has no momentum to cycle: give cycle_momentum: false.", nameof(groups));
                    (_lowest, _highest) = ([.. lowest], [.. highest]);
                }

                /// <summary>Sets the momenta for a height of the learning rates from 0 to 1.</summary>
                public void Set(IReadOnlyList<ILearningRateController> groups, double height)
                {
                    for (var i = 0; i < groups.Count; i++)
                        Set(groups[i], _highest[i] - (_highest[i] - _lowest[i]) * height);
                }

                // For optimisers of the Adam family the decay rate of the first moment is the momentum.
                private static void Set(ILearningRateController group, double momentum)
                {
                    if (group is IMomentum holder)
                        holder.Momentum = momentum;
                    else if (group is IBetas betas)
                        betas.Betas = (momentum, betas.Betas.Item2);
                }
            }
        }
    }
}
