using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="TensorStringStyle.Julia"/>.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary><see cref="TensorStringStyle.Numpy"/>.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary><see cref="TensorStringStyle.CSharp"/>.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorStringStyle s_style = TensorStringStyle.Julia;

    /// <summary>How tensors are written out when nothing else is said.</summary>
    /// <exception cref="ArgumentException">The style is <see cref="TensorStringStyle.Default"/>.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => s_style;
        set => s_style = value != TensorStringStyle.Default
            ? value
            : throw new ArgumentException("The default style must be one of Metadata, Julia, Numpy and CSharp.", nameof(value));
    }

    internal static PrintOptions PrintOptions { get; private set; } = new("g5", 100, Environment.NewLine, 6, 6);

    /// <summary>Sets how numbers are written out.</summary>
    /// <param name="precision">Digits after the point.</param>
    /// <param name="linewidth">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="sci_mode">Whether numbers have exponents.</param>
    /// <param name="maxRows">The most rows, before some in the middle are left out.</param>
    /// <param name="maxColumns">The most columns, before some in the middle are left out.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, $"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);

    /// <summary>Sets how tensors are written out; null leaves a setting as it is.</summary>
    /// <param name="style">The style.</param>
    /// <param name="floatFormat">The format of floating-point numbers.</param>
    /// <param name="linewidth">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="maxRows">The most rows, before some in the middle are left out.</param>
    /// <param name="maxColumns">The most columns, before some in the middle are left out.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null)
    {
        if (style is { } chosen)
            TensorStringStyle = chosen;
        var before = PrintOptions;
        PrintOptions = new(
            floatFormat ?? before.Format, linewidth ?? before.Width, newLine ?? before.NewLine, maxRows ?? before.MaxRows,
            maxColumns ?? before.MaxColumns);
    }

    public partial class Tensor
    {
        /// <summary>Shape, type and device; empty for a tensor that was disposed.</summary>
        public override string ToString() => Metadata();

        /// <summary>The elements in the default style, or shape, type and device.</summary>
        /// <param name="disamb">Whether to write the elements; the parameter keeps this apart from <see cref="ToString()"/>.</param>
        /// <param name="fltFormat">The format of floating-point numbers.</param>
        /// <param name="width">The longest line.</param>
        /// <param name="cultureInfo">Whose decimal point is written; the current culture's when null.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : Metadata();

        /// <summary>The elements in a style; the defaults are those of <c>torch.set_printoptions</c>.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">The format of floating-point numbers.</param>
        /// <param name="width">The longest line.</param>
        /// <param name="cultureInfo">Whose decimal point is written; the current culture's when null.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            var defaults = PrintOptions;
            var options = defaults with
            {
                Format = fltFormat ?? defaults.Format,
                Width = width ?? defaults.Width,
                NewLine = newLine ?? defaults.NewLine,
            };
            var chosen = style == TensorStringStyle.Default ? s_style : style;
            if (chosen == TensorStringStyle.Metadata || IsInvalid || is_meta)
                return Metadata();
            using var elements = new ElementText(this, options.Format, cultureInfo ?? CultureInfo.CurrentCulture);
            return chosen switch
            {
                TensorStringStyle.Numpy => NestedText.Numpy(elements, options),
                TensorStringStyle.CSharp => NestedText.CSharp(elements, options, Metadata()),
                TensorStringStyle.Julia => TableText.Julia(elements, options, Metadata()),
                _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style."),
            };
        }

        /// <summary>The elements as nested lists of scalars; a scalar for a tensor without dimensions.</summary>
        public object tolist()
        {
            if (ndim == 0)
                return ToScalar();
            var list = new System.Collections.ArrayList();
            for (long i = 0; i < size(0); i++)
            {
                using var slice = select(0, i);
                list.Add(slice.tolist());
            }
            return list;
        }

        private string Metadata() => IsInvalid ? "" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
    }
}
