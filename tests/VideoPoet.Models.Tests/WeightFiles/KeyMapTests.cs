using VideoPoet.Models.WeightFiles;
using VideoPoet.Torch;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class KeyMapTests
{
    private TemporaryFolder _folder = null!;
    private DisposeScope _scope = null!;

    [SetUp]
    public void Prepare()
    {
        _folder = new();
        _scope = NewDisposeScope();
    }

    [TearDown]
    public void CleanUp()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_module_is_filled_in_place_and_keeps_its_objects()
    {
        var source = nn.BatchNorm1d(3);
        source.weight.requires_grad_(false).copy_(randn(3));
        var target = nn.BatchNorm1d(3);
        var (weight, mean) = (target.weight, target.get_buffer("running_mean"));
        source.get_buffer("running_mean")!.fill_(5);
        using var file = Written(source);
        KeyMap.SameNames.Load(file, target);
        Assert.That(target.weight, Is.SameAs(weight));
        Assert.That(target.get_buffer("running_mean"), Is.SameAs(mean));
        Assert.That(Values(weight), Is.EqualTo(Values(source.weight)));
        Assert.That(weight.requires_grad, Is.True);
        Assert.That(Values(mean!), Is.EqualTo(new[] { 5f, 5f, 5f }));
    }

    [Test]
    public void A_shorter_type_is_converted_to_the_module_s_own()
    {
        var target = nn.Linear(2, 1, hasBias: false);
        using var file = Written(("weight", tensor(new[,] { { 1.5f, -2f } }).to(bfloat16)));
        KeyMap.SameNames.Load(file, target);
        Assert.That(target.weight.dtype, Is.EqualTo(float32));
        Assert.That(Values(target.weight), Is.EqualTo(new[] { 1.5f, -2f }));
    }

    [Test]
    public void Names_are_found_by_pattern_and_dots_can_be_left_out()
    {
        var target = nn.Sequential(("one", nn.Linear(1, 1)), ("two", nn.Linear(1, 1)));
        var map = new KeyMap("running means")
        {
            Rules =
            [
                new("{part}.weight", KeySource.Tensor("w.{part}")),
                new("{name*}", KeySource.Tensor("model_ema.{name:joined}")),
            ],
        };
        using var file = Written(
            ("w.one", full([1, 1], 1f)), ("w.two", full([1, 1], 2f)), ("model_ema.onebias", full(1, 3f)), ("model_ema.twobias", full(1, 4f)));
        map.Load(file, target);
        Assert.That(target.parameters().Select(parameter => parameter.item<float>()), Is.EquivalentTo(new[] { 1f, 2f, 3f, 4f }));
    }

    [Test]
    public void A_stored_weight_is_transposed_reshaped_or_folded_as_declared()
    {
        var target = nn.Sequential(("t", nn.Linear(2, 3, false)), ("r", nn.Conv1d(2, 3, 1, bias: false)), ("f", nn.Conv1d(2, 3, 4, bias: false)));
        var (kernel, flat, direction, magnitude) = (randn(2, 3), randn(3, 2), randn(3, 2, 4), rand(3, 1, 1));
        var map = new KeyMap("a mixture")
        {
            Rules =
            [
                new("t.weight", KeySource.Transposed("kernel")),
                new("r.weight", KeySource.Reshaped("flat")),
                new("{part}.weight", KeySource.WeightNormed("{part}.weight_v", "{part}.weight_g")),
            ],
        };
        using var file = Written(("kernel", kernel), ("flat", flat), ("f.weight_v", direction), ("f.weight_g", magnitude));
        map.Load(file, target);
        Assert.That(Values(target.get_parameter("t.weight")!), Is.EqualTo(Values(kernel.t())));
        Assert.That(Values(target.get_parameter("r.weight")!), Is.EqualTo(Values(flat)));
        var norms = direction.reshape(3, 8).norm(1).reshape(3, 1, 1);
        Assert.That((target.get_parameter("f.weight")! - magnitude * direction / norms).abs().max().item<float>(), Is.LessThan(1e-6));
    }

    [Test]
    public void Of_several_names_the_first_that_is_there_counts_and_the_others_are_not_unexpected()
    {
        var target = nn.Embedding(1, 1);
        var map = new KeyMap("x") { Rules = [new("weight", KeySource.Tensor("shared", "encoder.tokens"))] };
        using (var second = Written(("encoder.tokens", full([1, 1], 7f))))
            map.Load(second, target);
        Assert.That(Values(target.weight!), Is.EqualTo(new[] { 7f }));
        using (var both = Written(("encoder.tokens", full([1, 1], 7f)), ("shared", full([1, 1], 8f))))
            map.Load(both, target);
        Assert.That(Values(target.weight!), Is.EqualTo(new[] { 8f }));
    }

    [TestCase("state_dict.")]
    [TestCase("")]
    public void What_lies_beside_the_root_is_left_alone_and_a_file_without_the_root_is_read_from_its_top(string root)
    {
        var target = nn.Linear(1, 1, hasBias: false);
        var map = KeyMap.SameNames with { Root = "state_dict" };
        (string, Tensor)[] beside = root.Length > 0 ? [("callbacks.best", zeros(1))] : [];
        using var file = Written([($"{root}weight", full([1, 1], 7f)), .. beside]);
        map.Load(file, target);
        Assert.That(Values(target.weight), Is.EqualTo(new[] { 7f }));
    }

    [Test]
    public void What_a_module_has_no_use_for_can_be_ignored()
    {
        var target = nn.Linear(1, 1, hasBias: false);
        var map = KeyMap.SameNames with { Ignored = ["decoder.{rest*}"] };
        using var file = Written(("weight", full([1, 1], 7f)), ("decoder.block.0.weight", ones(3)));
        map.Load(file, target);
        Assert.That(Values(target.weight), Is.EqualTo(new[] { 7f }));
    }

    [Test]
    public void Everything_that_does_not_fit_is_reported_at_once_and_nothing_is_changed()
    {
        var target = nn.Sequential(("a", nn.Linear(2, 3)), ("b", nn.Linear(2, 3)), ("c", nn.Linear(2, 3)));
        float[][] before = [.. target.parameters().Select(Values)];
        var map = new KeyMap("a published format")
        {
            Rules =
            [
                new("c.weight", KeySource.Tensor("old.c", "new.c")),
                new("{part}.weight", KeySource.Tensor("{part}.w")),
                new("{part}.bias", KeySource.Tensor("{part}.b")),
            ],
        };
        using var file = Written(
            ("a.w", zeros(3, 2)), ("a.b", zeros(3, int64)), ("b.w", zeros(2, 3)), ("c.b", zeros(3)), ("more", zeros(4, float16)));
        var exception = Assert.Throws<WeightMismatchException>(() => map.Load(file, target))!;
        Assert.That(exception.Message, Is.EqualTo(
            $"""
            {file.Path} does not fit as a published format:
              missing 'b.bias' [3], looked for as 'b.b'
              missing 'c.weight' [3, 2], looked for as 'old.c' or 'new.c'
              unexpected 'more' Float16 [4]
              misshapen 'b.w' is [2, 3], expected [3, 2] for 'b.weight'
              mistyped 'a.b' is Int64, which cannot stand for Float32 in 'a.bias'
            """.ReplaceLineEndings("\n")));
        Assert.That(target.parameters().Select(Values), Is.EqualTo(before));
    }

    [Test]
    public void A_name_without_a_rule_is_missing()
    {
        using var file = Written(("weight", zeros(1, 1)));
        var map = new KeyMap("x") { Rules = [new("weight", KeySource.Tensor("weight"))] };
        Assert.That(() => map.Load(file, nn.Linear(1, 1)),
            Throws.TypeOf<WeightMismatchException>().With.Message.Contains("missing 'bias' [1]: no rule says where it is stored"));
    }

    [Test]
    public void A_module_without_values_can_be_checked_and_not_filled()
    {
        var target = nn.Linear(2, 3, device: META);
        using var file = Written(("weight", zeros(3, 2)), ("bias", zeros(3)));
        Assert.That(() => KeyMap.SameNames.Check(file, target), Throws.Nothing);
        Assert.That(() => KeyMap.SameNames.Load(file, target),
            Throws.ArgumentException.With.Message.StartsWith("'weight' is on the device meta, which holds no values."));
    }

    [Test]
    public void Filling_leaves_no_tensor_behind()
    {
        var target = nn.Conv1d(2, 3, 4);
        var map = new KeyMap("x") { Rules = [new("weight", KeySource.WeightNormed("v", "g")), KeyRule.SameName] };
        using var file = Written(("v", randn(3, 2, 4)), ("g", rand(3, 1, 1)), ("bias", zeros(3)));
        map.Load(file, target);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        map.Load(file, target);
        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [TestCase("{a}.{a}", "{a}", "The pattern '{a}.{a}' cannot have {a}")]
    [TestCase("{a:joined}", "x", "The pattern '{a:joined}' cannot have {a:joined}")]
    [TestCase("{A}", "x", "The pattern '{A}' has a brace that is not part of a word")]
    [TestCase("{a}", "{b}", "The name '{b}' repeats {b}, which its rule's pattern lacks.")]
    public void A_rule_that_makes_no_sense_is_refused(string target, string source, string message)
    {
        using var file = Written(("weight", zeros(1, 1)));
        var map = new KeyMap("x") { Rules = [new(target, KeySource.Tensor(source))] };
        Assert.That(() => map.Load(file, nn.Linear(1, 1, false)), Throws.ArgumentException.With.Message.StartsWith(message));
    }

    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    private IWeightFile Written(nn.Module module)
    {
        SafetensorsWriter.Write(_folder.File("weights"), module);
        return WeightFile.Open(_folder.File("weights"));
    }

    private IWeightFile Written(params (string, Tensor)[] tensors)
    {
        SafetensorsWriter.Write(_folder.File("weights"), tensors);
        return WeightFile.Open(_folder.File("weights"));
    }
}
