using System.Runtime.InteropServices;
using System.Text.Json;
using VideoPoet.Core;
using VideoPoet.Models.T5;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>Writes a shard; the same tokens give the same bytes.</summary>
/// <param name="plan">What is in it.</param>
/// <param name="description">What the dataset is.</param>
/// <param name="encoder">Embeds the captions; null where they are not.</param>
internal sealed class ShardWriter(TokenPlan plan, DatasetDescription description, ITextEncoder? encoder)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the shard beside its place and moves it there.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="entries">The entries' tokens, in the order of the manifest.</param>
    /// <param name="bad">The entries that were skipped.</param>
    public void Write(string path, IReadOnlyList<EntryTokens> entries, IReadOnlyList<BadEntry> bad)
    {
        using var scope = NewDisposeScope();
        var captions = new CaptionTable(encoder);
        TokenizedEntry[] sources =
        [
            .. entries.Select(tokens =>
                new TokenizedEntry(tokens.Entry.Name, tokens.Entry.Caption, tokens.Hash, captions.PlaceOf(tokens.Entry.Caption))),
        ];
        var tensors = new Dictionary<string, Tensor>();
        for (var format = 0; format < plan.Formats.Count; format++)
        {
            var windows = entries.SelectMany((entry, place) => entry.Windows[format].Select(window => (place, window))).ToArray();
            if (windows.Length > 0)
                Add(tensors, plan.Formats[format], windows);
        }
        foreach (var (name, tensor) in captions.Tensors())
            tensors.Add(name, tensor);
        var texts = new Dictionary<string, string>
        {
            [ShardNames.Dataset] = description.Hash(),
            [ShardNames.Tokenizers] = JsonSerializer.Serialize(description.Tokenizers, Json),
            [ShardNames.Entries] = JsonSerializer.Serialize(sources, Json),
            [ShardNames.Bad] = JsonSerializer.Serialize(bad.Select(entry => entry with { Reason = null }), Json),
        };
        texts[ShardNames.Checksum] = ShardChecksum.Of(tensors.Keys, name => tensors[name].detach(), texts);
        SafetensorsWriter.Write(path, [.. tensors.Select(entry => (entry.Key, entry.Value))], texts);
    }

    private void Add(Dictionary<string, Tensor> tensors, FormatPlan format, IReadOnlyList<(int Entry, WindowTokens Tokens)> windows)
    {
        var name = format.Format.Name;
        var latent = format.Format.Latent;
        var sounds = windows.Where(window => window.Tokens.Sound is not null).Select(window => window.Tokens.Sound!).ToArray();
        var sound = 0L;
        long[] table = [.. windows.SelectMany(window =>
            new[] { window.Entry, window.Tokens.Start.Ticks, window.Tokens.Sound is null ? -1 : sound++ })];
        tensors.Add(ShardNames.Windows(name), tensor(table, [windows.Count, 3]));
        if (format.HasVideo)
            tensors.Add(ShardNames.Video(name), Visual(latent, [.. windows.Select(window => window.Tokens.Video!)]));
        for (var view = 0; view < format.Views.Count; view++)
        {
            int[][] codes = [.. windows.Select(window => window.Tokens.Views[view])];
            tensors.Add(ShardNames.View(name, FormatPlan.KeyOf(format.Views[view])), Visual(latent, codes));
        }
        if (sounds.Length > 0)
        {
            tensors.Add(
                ShardNames.Sound(name), Stack(sounds, description.AudioCodes, [description.AudioLevels, format.Format.AudioFrames]));
        }
    }

    private Tensor Visual(LatentShape latent, IReadOnlyList<int[]> codes) =>
        Stack(codes, description.VisualCodes, [latent.Time, latent.Height, latent.Width]);

    // In 16 bits where that holds every code; 2¹⁸ codes need 32, as two factors of nine bits would.
    private static Tensor Stack(IReadOnlyList<int[]> rows, int codes, long[] shape)
    {
        var isShort = codes <= short.MaxValue + 1;
        var stacked = empty([rows.Count, .. shape], isShort ? ScalarType.Int16 : ScalarType.Int32, CPU);
        var bytes = stacked.bytes;
        var rowBytes = bytes.Length / rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var to = bytes.Slice(row * rowBytes, rowBytes);
            if (!isShort)
                rows[row].CopyTo(MemoryMarshal.Cast<byte, int>(to));
            else
                Array.ConvertAll(rows[row], code => (short)code).CopyTo(MemoryMarshal.Cast<byte, short>(to));
        }
        return stacked;
    }
}
