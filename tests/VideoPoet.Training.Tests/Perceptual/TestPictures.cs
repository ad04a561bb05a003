namespace VideoPoet.Training.Tests.Perceptual;

/// <summary>Pictures that are computed.</summary>
internal static class TestPictures
{
    /// <summary>Waves with edges, in all colours, −1 to 1: [count, 3, size, size].</summary>
    public static Tensor Shapes(int count, int size)
    {
        manual_seed(1);
        var angle = linspace(0, 2 * Math.PI, size);
        var (down, right) = (angle.view(1, 1, -1, 1), angle.view(1, 1, 1, -1));
        Tensor Random(double least, double most) => rand([count, 3, 1, 1]) * (most - least) + least;
        var waves = (down * Random(0.5, 2) + Random(0, 6)).sin() + (right * Random(0.5, 2) + Random(0, 6)).sin();
        return (waves * Random(0.2, 0.8) + waves.sub(Random(-1, 1)).sign() * 0.3).clamp(-1, 1);
    }
}
