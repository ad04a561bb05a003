using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.T5;
using VideoPoet.Specs;

namespace VideoPoet.Training.T5;

/// <summary>Texts as ids, those to learn from and those to measure on; which are which depends on what they say.</summary>
internal sealed class TextSet
{
    private const int Shortest = 2; // a piece to keep and one to cut

    private TextSet(IReadOnlyList<int[]> training, IReadOnlyList<int[]> heldOut) => (Training, HeldOut) = (training, heldOut);

    public IReadOnlyList<int[]> Training { get; }

    public IReadOnlyList<int[]> HeldOut { get; }

    /// <summary>Reads texts.</summary>
    /// <param name="data">Where they stand.</param>
    /// <param name="sources">The data sources that plugins bring.</param>
    /// <param name="pieces">The vocabulary.</param>
    /// <param name="length">The most pieces of a text, the end included.</param>
    /// <exception cref="TrainingException">There is no text to learn from.</exception>
    /// <exception cref="DatasetException">The manifest cannot be read.</exception>
    public static TextSet Read(TextDataSpec data, DataSourceCatalog sources, SentencePieceTokenizer pieces, int length)
    {
        List<int[]> training = [], heldOut = [];
        foreach (var text in Texts(data.Source, sources).Distinct(StringComparer.Ordinal))
        {
            int[] ids = [.. pieces.Encode(text).Take(length - 1)];
            if (ids.Length >= Shortest)
                (IsHeldOut(text, data.HeldOut) ? heldOut : training).Add(ids);
        }

        return training.Count > 0 ? new(training, heldOut) : throw new TrainingException(
            $"'{data.Source}' has no text of at least {Shortest} pieces to learn from; give a text file of one text a line, or captions.");
    }

    /// <summary>The mean information of a piece, in nats, when only frequencies are known: what guessing without reading costs.</summary>
    public double UnigramEntropy()
    {
        var counts = Training.SelectMany(ids => ids).CountBy(id => id).Select(entry => (double)entry.Value).ToList();
        var total = counts.Sum();
        return -counts.Sum(count => count / total * Math.Log(count / total));
    }

    private static IEnumerable<string> Texts(string source, DataSourceCatalog sources)
    {
        if (Path.GetExtension(source) != ".txt")
            return DatasetSource.Read(source, sources).Select(entry => entry.Caption).OfType<string>();

        try
        {
            return File.ReadAllLines(source).Select(line => line.Trim()).Where(line => line.Length > 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"the texts '{source}' cannot be read: {exception.Message}", exception);
        }
    }

    private static bool IsHeldOut(string text, Share share)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) < share.Value * (1L << 32);
    }
}
