namespace VideoPoet.Toybox;

/// <summary>The energies of a sound's frequencies, by a fast Fourier transform of windows.</summary>
/// <param name="length">The samples of a window, a power of two.</param>
internal sealed class Spectrum(int length)
{
    private readonly double[] _window = [.. Enumerable.Range(0, length).Select(i => 0.5 - 0.5 * Math.Cos(Math.Tau * (i + 0.5) / length))];
    private readonly double[] _real = new double[length], _imaginary = new double[length];

    /// <summary>The energies of a window from 0 to half the sample rate.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="first">Where the window begins, so that it ends within the sound.</param>
    public double[] Of(ReadOnlySpan<float> samples, int first)
    {
        for (var i = 0; i < length; i++)
        {
            _real[i] = samples[first + i] * _window[i];
            _imaginary[i] = 0;
        }
        Transform();
        var energies = new double[length / 2];
        for (var i = 0; i < energies.Length; i++)
            energies[i] = _real[i] * _real[i] + _imaginary[i] * _imaginary[i];
        return energies;
    }

    // Cooley and Tukey, 1965, in place.
    private void Transform()
    {
        for (int i = 1, j = 0; i < length; i++)
        {
            var bit = length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
            {
                (_real[i], _real[j]) = (_real[j], _real[i]);
                (_imaginary[i], _imaginary[j]) = (_imaginary[j], _imaginary[i]);
            }
        }
        for (var size = 2; size <= length; size *= 2)
        {
            for (var k = 0; k < size / 2; k++)
            {
                var (sine, cosine) = Math.SinCos(-Math.Tau * k / size);
                for (var start = k; start < length; start += size)
                {
                    var other = start + size / 2;
                    var (real, imaginary) = (
                        _real[other] * cosine - _imaginary[other] * sine, _real[other] * sine + _imaginary[other] * cosine);
                    (_real[other], _imaginary[other]) = (_real[start] - real, _imaginary[start] - imaginary);
                    (_real[start], _imaginary[start]) = (_real[start] + real, _imaginary[start] + imaginary);
                }
            }
        }
    }
}
