using System.Text;
using TorchSharp;
using VideoPoet.Models.Perceptual;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>
/// A two-alternative test: of two changed pictures, which looks less different from the original? Asked of pictures that training never saw, with the
/// changes that it taught and with others.
/// </summary>
internal sealed class ComparisonTest
{
    private const int Group = 8;
    private const int Seed = 20_231_221; // the same questions every time, whatever a run's seed is

    private readonly IReadOnlyList<Tensor> _pictures;

    /// <summary>Keeps the pictures.</summary>
    /// <param name="pictures">Pictures with their border, [1, 3, height, width] each; at least as many as a group has, 8.</param>
    public ComparisonTest(IReadOnlyList<Tensor> pictures)
    {
        if (pictures.Count < Group)
            throw new ArgumentException($"at least {Group} held-out pictures are needed, found {pictures.Count}; hold out more.", nameof(pictures));
        _pictures = pictures;
    }

    /// <summary>The share of right answers, by question, of a distance of pictures.</summary>
    /// <param name="distance">Distances of two batches of pictures from −1 to 1, [batch].</param>
    /// <param name="groups">The groups of 8 pairs that are asked, half with changes that were taught.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public IReadOnlyList<Figure> Ask(Func<Tensor, Tensor, Tensor> distance, int groups, CancellationToken cancellationToken)
    {
        using var silent = no_grad();
        manual_seed(Seed);
        var answers = new SortedDictionary<string, (double Right, double All)>(StringComparer.Ordinal);
        foreach (var (name, distortions) in new[] { ("taught", DistortionSets.Taught), ("untaught", DistortionSets.Untaught) })
        {
            var maker = new PairMaker(distortions);
            for (var group = 0; group < (groups + 1) / 2; group++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var pictures = cat([.. Enumerable.Range(0, Group).Select(_ => Chance.OneOf(_pictures))]);
                var pair = group % 4 == 0 ? maker.OfStrengths(pictures) : maker.OfEqualError(pictures);
                var right = distance(pair.Better, pair.Original).lt(distance(pair.Worse, pair.Original)).mul(pair.Counts).sum().ToDouble();
                string[] questions = pair.Question == PairQuestion.Strength ? [Name(pair.Question)] : [Name(pair.Question), "equal_error"];
                foreach (var question in questions)
                {
                    var key = $"{name}_{question}";
                    var (known, all) = answers.GetValueOrDefault(key);
                    answers[key] = (known + right, all + pair.Counts.sum().ToDouble());
                }
            }
        }
        return [.. answers.Where(answer => answer.Value.All > 0).Select(answer => new Figure(answer.Key, answer.Value.Right / answer.Value.All))];
    }

    /// <summary>The mean squared difference, which cannot tell pairs of equal error apart.</summary>
    public static Tensor SquaredError(Tensor one, Tensor other) => (one - other).square().mean([1, 2, 3]);

    /// <summary>The distance that a network sees.</summary>
    public static Func<Tensor, Tensor, Tensor> DistanceOf(IFeatureNetwork network) => new PerceptualLoss(network).Distances;

    private static string Name(PairQuestion question)
    {
        var name = new StringBuilder();
        foreach (var letter in question.ToString())
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        return name.ToString();
    }
}
