using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cross entropy of class probabilities that are given as logits.</summary>
            /// <param name="input">[batch, classes, …] or [classes]</param>
            /// <param name="target">Class indices [batch, …], or probabilities shaped as the input.</param>
            /// <param name="weight">[classes]: the weight of each class.</param>
            /// <param name="ignore_index">The class index of targets that do not count.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            /// <param name="label_smoothing">The share of the target that is spread over all classes, from 0 to 1.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0) =>
                Ops.cross_entropy_loss.Invoke(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative log likelihood of class indices.</summary>
            /// <param name="input">Log probabilities: [batch, classes, …] or [classes].</param>
            /// <param name="target">[batch, …]</param>
            /// <param name="weight">[classes]: the weight of each class.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.nll_loss_nd.Invoke(input, target, weight, (long)reduction);

            /// <summary>The negative log likelihood under Poisson distributions.</summary>
            /// <param name="input">The rates, or their logarithms when <paramref name="log_input"/>.</param>
            /// <param name="target">Samples, shaped as the input.</param>
            /// <param name="log_input">Whether the input is logarithms.</param>
            /// <param name="full">Whether Stirling's approximation of the constant term is added.</param>
            /// <param name="eps">Added to rates before their logarithm is taken.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                Ops.poisson_nll_loss.Invoke(input, target, log_input, full, (double)eps, (long)reduction);

            /// <summary>The negative log likelihood under normal distributions.</summary>
            /// <param name="input">The means.</param>
            /// <param name="target">Samples, shaped as the input.</param>
            /// <param name="variance">Shaped as the input, or with a last dimension of 1 or without it.</param>
            /// <param name="full">Whether the constant term is added.</param>
            /// <param name="eps">The smallest variance; smaller ones count as this.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var spread = variance.Dimensions == input.Dimensions - 1 ? variance.unsqueeze(-1) : variance;
                // The floor has no part in the gradient, as in PyTorch.
                var floored = spread.clone();
                using (no_grad())
                    floored.clamp_(min: eps);
                var loss = input.sub(target).square().div(floored).add(floored.log()).mul(0.5);
                if (full)
                    loss = loss.add(0.5 * Math.Log(2 * Math.PI));
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The mean square error.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.mse_loss.Invoke(input, target, (long)reduction);

            /// <summary>The mean absolute error.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.l1_loss.Invoke(input, target, (long)reduction);

            /// <summary>The square error, divided by 2·beta, below beta; the absolute error, less beta/2, above.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Ops.smooth_l1_loss.Invoke(input, target, (long)reduction, beta);

            /// <summary>Half the square error below delta; delta times the absolute error, less delta/2, above.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Ops.huber_loss.Invoke(input, target, (long)reduction, delta);

            /// <summary>The cross entropy of probabilities of two classes.</summary>
            /// <param name="input">Probabilities.</param>
            /// <param name="target">Probabilities, shaped as the input.</param>
            /// <param name="weight">Weights, broadcast to the input.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.binary_cross_entropy.Invoke(input, target, weight, (long)reduction);

            /// <summary>The cross entropy of probabilities of two classes that are given as logits.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Probabilities, shaped as the input.</param>
            /// <param name="weight">Weights, broadcast to the input.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            /// <param name="pos_weights">Weights of the positive class, broadcast to the input.</param>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Ops.binary_cross_entropy_with_logits.Invoke(input, target, weight, pos_weights, (long)reduction);

            /// <summary>The divergence of a target distribution from an input distribution, element by element.</summary>
            /// <param name="input">Log probabilities.</param>
            /// <param name="target">Log probabilities, or probabilities unless <paramref name="log_target"/>.</param>
            /// <param name="log_target">Whether the target is logarithms.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Ops.kl_div.Invoke(input, target, (long)reduction, log_target);

            /// <summary>Distances as they are where the target is 1; what they lack of a margin where it is -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.hinge_embedding_loss.Invoke(input, target, margin, (long)reduction);

            /// <summary>What the first input lacks of being larger (target 1) or smaller (target -1) than the second by a margin.</summary>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.margin_ranking_loss.Invoke(input1, input2, target, margin, (long)reduction);

            /// <summary>One minus the cosine where the target is 1; the cosine beyond a margin where it is -1.</summary>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.cosine_embedding_loss.Invoke(input1, input2, target, margin, (long)reduction);

            /// <summary>log(1 + exp(-target · input)), for targets 1 and -1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.soft_margin_loss.Invoke(input, target, (long)reduction);

            /// <summary>What every wrong class lacks of being a margin below the right one.</summary>
            /// <param name="input">[batch, classes] or [classes]</param>
            /// <param name="target">Class indices.</param>
            /// <param name="p">The exponent, 1 or 2.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="weight">[classes]: the weight of each class.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.multi_margin_loss.Invoke(input, target, p, margin, weight, (long)reduction);

            /// <summary>What every wrong class lacks of being 1 below each right one.</summary>
            /// <param name="input">[batch, classes] or [classes]</param>
            /// <param name="target">The indices of the right classes, then -1; shaped as the input.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.multilabel_margin_loss.Invoke(input, target, (long)reduction);

            /// <summary>The mean over classes of the cross entropy of each class by itself.</summary>
            /// <param name="input">Logits: [batch, classes] or [classes].</param>
            /// <param name="target">0 or 1, shaped as the input.</param>
            /// <param name="weight">[classes]: the weight of each class.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static Tensor multilabel_soft_margin_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = binary_cross_entropy_with_logits(input, target, weight, Reduction.None).mean([-1L]);
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive.</summary>
            /// <param name="anchor">[batch, features] or [features]</param>
            /// <param name="positive">Shaped as the anchor.</param>
            /// <param name="negative">Shaped as the anchor.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="p">Which norm measures distance.</param>
            /// <param name="eps">Added to differences.</param>
            /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                Ops.triplet_margin_loss.Invoke(anchor, positive, negative, margin, p, eps, swap, (long)reduction);

            /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive.</summary>
            /// <param name="anchor">[batch, features] or [features]</param>
            /// <param name="positive">Shaped as the anchor.</param>
            /// <param name="negative">Shaped as the anchor.</param>
            /// <param name="distance">What measures distance; the Euclidean norm when null.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0,
                bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (a, b) => pairwise_distance(a, b);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                    far = far.minimum(distance(positive, negative));
                return Reduced(near.sub(far).add(margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The negative log likelihood of label sequences over all alignments with a longer sequence.</summary>
            /// <param name="log_probs">Log probabilities: [time, batch, classes].</param>
            /// <param name="targets">[batch, labels], or all one after another.</param>
            /// <param name="input_lengths">[batch]</param>
            /// <param name="target_lengths">[batch]</param>
            /// <param name="blank">The class that stands for no label.</param>
            /// <param name="zero_infinity">Whether infinite losses count as zero.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                Ops.ctc_loss.Invoke(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            private static Tensor Reduced(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.None => loss,
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "There is no such reduction."),
            };
        }
    }
}
