using System.Globalization;

namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>What tensors look like as text.</summary>
public sealed class PrintingTests : ScopedTests
{
    private static string Text(Tensor tensor, TensorStringStyle style) =>
        tensor.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    [Test]
    public void Without_a_style_only_shape_type_and_device_are_written() => Assert.Multiple(() =>
    {
        Assert.That(ones(2, 3).ToString(), Is.EqualTo("[2x3], type = Float32, device = cpu"));
        Assert.That(tensor(1L).ToString(), Is.EqualTo("[], type = Int64, device = cpu"));
        Assert.That(ones([2], device: META).str(), Is.EqualTo("[2], type = Float32, device = meta"));
    });

    [Test]
    public void Julia_writes_aligned_columns() => Assert.That(
        Text(tensor(new[,] { { 1, -20 }, { 300, 4 } }), julia),
        Is.EqualTo("[2x2], type = Int32, device = cpu\n   1 -20\n 300   4\n"));

    [Test]
    public void Julia_names_each_table() => Assert.That(
        Text(arange(8).reshape(2, 2, 2), julia),
        Is.EqualTo("[2x2x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n 2 3\n\n[1,..,..] =\n 4 5\n 6 7\n"));

    [Test]
    public void Julia_cuts_rows_that_are_too_long() =>
        Assert.That(arange(100).ToString(julia, width: 20, newLine: "\n").Split('\n')[1], Is.EqualTo(" 0 1 2 3 4 5 6 7 ..."));

    [Test]
    public void Numpy_writes_nested_brackets() => Assert.Multiple(() =>
    {
        Assert.That(Text(tensor(new[] { 0.5f, 1.25f }), numpy), Is.EqualTo("[0.5, 1.25]"));
        Assert.That(Text(tensor(new[,] { { true, false } }), numpy), Is.EqualTo("[[True, False]]"));
        Assert.That(Text(arange(4).reshape(2, 1, 2), numpy), Is.EqualTo("[[[0, 1]]\n\n [[2, 3]]]"));
        Assert.That(Text(arange(20), numpy), Is.EqualTo("[0, 1, 2, ... 17, 18, 19]"));
        Assert.That(Text(zeros(0), numpy), Is.EqualTo("[]"));
    });

    [Test]
    public void Rows_in_the_middle_are_left_out() =>
        Assert.That(Text(arange(9).reshape(9, 1), numpy), Is.EqualTo("[[0]\n [1]\n [2]\n ...\n [6]\n [7]\n [8]]"));

    [Test]
    public void CSharp_writes_an_array() => Assert.Multiple(() =>
    {
        Assert.That(Text(tensor(new[] { 1L, 2 }), csharp), Is.EqualTo("[2], type = Int64, device = cpu, value = long [] {1L, 2L}"));
        Assert.That(
            Text(tensor(new[,] { { 1f, 2 }, { 3, 4 } }), csharp),
            Is.EqualTo("[2x2], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 2f},\n {3f, 4f}\n}"));
        Assert.That(Text(tensor(1.5), csharp), Is.EqualTo("[], type = Float64, device = cpu, value = 1.5"));
    });

    [Test]
    public void Print_options_are_the_defaults()
    {
        try
        {
            set_printoptions(2, newLine: "\n", maxColumns: 2);
            torch.TensorStringStyle = numpy;

            Assert.That(tensor(new[] { 1f, 2, 3 }).str(cultureInfo: CultureInfo.InvariantCulture), Is.EqualTo("[1.00, ... 3.00]"));
        }
        finally
        {
            set_printoptions(julia, "g5", 100, Environment.NewLine, 6, 6);
        }
    }
}
