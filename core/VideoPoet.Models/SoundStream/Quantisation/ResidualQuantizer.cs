using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Quantises in levels, each what the levels before it left over (SoundStream §III-C, algorithm 1).</summary>
internal sealed class ResidualQuantizer : nn.Module<Tensor, QuantizedLatent>
{
    private readonly QuantizerTraining _training;
    [ComponentName(Name = "levels")] private readonly ModuleList<EmaCodebook> _levels;

    public ResidualQuantizer(int width, int codes, int levels, QuantizerTraining training, Device? device) : base(nameof(ResidualQuantizer))
    {
        _training = training;
        _levels = new([.. Enumerable.Range(0, levels).Select(_ => new EmaCodebook(codes, width, training, device))]);
        RegisterComponents();
    }

    /// <summary>The trained levels.</summary>
    public int Levels => _levels.Count;

    /// <summary>Quantises [batch, width, frames]; in training mode codebooks start, and are told what to learn, and levels may drop.</summary>
    public override QuantizedLatent forward(Tensor latent)
    {
        using var precise = TorchRuntime.Current.Autocast(latent.device_type, enabled: false);
        using var scope = NewDisposeScope();
        var vectors = latent.to(ScalarType.Float32).transpose(1, 2);
        var depths = Depths(latent.size(0));
        var depthColumn = tensor(depths, device: latent.device).view(-1, 1, 1);
        var (residual, values) = (vectors, zeros_like(vectors));
        var codes = new List<Tensor>();
        var errors = new List<Tensor>();
        var lessons = new List<CodebookLesson>();
        for (var level = 0; level < _levels.Count; level++)
        {
            var (chosen, words, lesson) = Choose(_levels[level], residual.detach(), UsersOf(level, depths, latent.device));
            codes.Add(chosen);
            if (lesson is not null)
                lessons.Add(lesson);
            var isUsed = depthColumn.gt(level).to(vectors.dtype);
            errors.Add(((residual - words).square() * isUsed).mean());
            values += words * isUsed;
            residual = residual - words;
        }
        // Straight through: the forward pass sees the codewords, the backward pass the latents.
        var passed = (vectors + (values - vectors).detach()).transpose(1, 2);
        return new(
            passed.MoveToOuterDisposeScope(), stack(codes, 1).MoveToOuterDisposeScope(), stack(errors).mean().MoveToOuterDisposeScope(),
            lessons);
    }

    /// <summary>Finds the first codewords of all levels by k-means, unless they were found before.</summary>
    /// <param name="latent">[batch, width, frames], of many more frames than there are codes.</param>
    public void Start(Tensor latent)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var residual = latent.to(ScalarType.Float32).transpose(1, 2);
        foreach (var codebook in _levels)
        {
            codebook.Start(residual);
            residual = residual - codebook.Lookup(codebook.Nearest(residual));
        }
    }

    /// <summary>The codes of the first levels: [batch, width, frames] → [batch, levels, frames].</summary>
    public Tensor Encode(Tensor latent, int levels)
    {
        using var precise = TorchRuntime.Current.Autocast(latent.device_type, enabled: false);
        using var scope = NewDisposeScope();
        var residual = latent.to(ScalarType.Float32).transpose(1, 2);
        var codes = new List<Tensor>();
        foreach (var codebook in _levels.Take(levels))
        {
            codes.Add(codebook.Nearest(residual));
            residual = residual - codebook.Lookup(codes[^1]);
        }
        return stack(codes, 1).MoveToOuterDisposeScope();
    }

    /// <summary>The sums of codewords: [batch, levels, frames] → [batch, width, frames].</summary>
    public Tensor Decode(Tensor codes)
    {
        using var scope = NewDisposeScope();
        var values = _levels[0].Lookup(codes.select(1, 0));
        for (var level = 1; level < codes.size(1); level++)
            values.add_(_levels[level].Lookup(codes.select(1, level)));
        return values.transpose(1, 2).MoveToOuterDisposeScope();
    }

    // The code of each residual, and its word; in training mode the codebook is to learn from those sounds that use the level.
    private (Tensor Codes, Tensor Words, CodebookLesson? Lesson) Choose(EmaCodebook codebook, Tensor residual, Tensor? users)
    {
        var examples = training && users is not null ? residual.index_select(0, users).MoveToOuterDisposeScope() : null;
        if (examples is not null)
            codebook.Start(examples);
        var codes = codebook.Nearest(residual);
        var lesson = examples is null ? null : new CodebookLesson(codebook, examples, codes.index_select(0, users!).MoveToOuterDisposeScope());
        return (codes, codebook.Lookup(codes), lesson);
    }

    // How many levels each sound of a batch uses.
    private long[] Depths(long batch)
    {
        if (!training || !_training.DropLevels)
            return [.. Enumerable.Repeat((long)_levels.Count, (int)batch)];
        using var drawn = randint(1, _levels.Count + 1, [batch], ScalarType.Int64, CPU);
        return drawn.data<long>().ToArray();
    }

    // The sounds of a batch that use a level; null when none does.
    private static Tensor? UsersOf(int level, long[] depths, Device device)
    {
        long[] users = [.. Enumerable.Range(0, depths.Length).Where(i => depths[i] > level)];
        return users.Length == 0 ? null : tensor(users, device: device);
    }
}
