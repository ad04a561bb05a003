namespace TorchSharp.Interop;

// Views and rearrangements.
internal static partial class Ops
{
    public static readonly Operator adjoint = new("adjoint");
    public static readonly Operator alias = new("alias");
    public static readonly Operator as_strided = new("as_strided");
    public static readonly Operator atleast_1d = new("atleast_1d");
    public static readonly Operator atleast_2d = new("atleast_2d");
    public static readonly Operator atleast_3d = new("atleast_3d");
    public static readonly Operator broadcast_to = new("broadcast_to");
    public static readonly Operator channel_shuffle = new("channel_shuffle");
    public static readonly Operator contiguous = new("contiguous");
    public static readonly Operator diag = new("diag");
    public static readonly Operator diag_embed = new("diag_embed");
    public static readonly Operator diagflat = new("diagflat");
    public static readonly Operator diagonal = new("diagonal");
    public static readonly Operator diff = new("diff");
    public static readonly Operator expand = new("expand");
    public static readonly Operator expand_as = new("expand_as");
    public static readonly Operator flatten_using_ints = new("flatten", "using_ints");
    public static readonly Operator flip = new("flip");
    public static readonly Operator fliplr = new("fliplr");
    public static readonly Operator flipud = new("flipud");
    public static readonly Operator movedim_int = new("movedim", "int");
    public static readonly Operator movedim_intlist = new("movedim", "intlist");
    public static readonly Operator narrow = new("narrow");
    public static readonly Operator permute = new("permute");
    public static readonly Operator ravel = new("ravel");
    public static readonly Operator repeat = new("repeat");
    public static readonly Operator repeat_interleave_self_Tensor = new("repeat_interleave", "self_Tensor");
    public static readonly Operator repeat_interleave_self_int = new("repeat_interleave", "self_int");
    public static readonly Operator reshape = new("reshape");
    public static readonly Operator roll = new("roll");
    public static readonly Operator rot90 = new("rot90");
    public static readonly Operator select_int = new("select", "int");
    public static readonly Operator slice_Tensor = new("slice", "Tensor");
    public static readonly Operator squeeze = new("squeeze");
    public static readonly Operator squeeze_ = new("squeeze_");
    public static readonly Operator squeeze__dim = new("squeeze_", "dim");
    public static readonly Operator squeeze_dim = new("squeeze", "dim");
    public static readonly Operator t = new("t");
    public static readonly Operator tile = new("tile");
    public static readonly Operator transpose_ = new("transpose_");
    public static readonly Operator transpose_int = new("transpose", "int");
    public static readonly Operator tril = new("tril");
    public static readonly Operator tril_ = new("tril_");
    public static readonly Operator triu = new("triu");
    public static readonly Operator triu_ = new("triu_");
    public static readonly Operator unflatten_int = new("unflatten", "int");
    public static readonly Operator unfold = new("unfold");
    public static readonly Operator unsqueeze = new("unsqueeze");
    public static readonly Operator unsqueeze_ = new("unsqueeze_");
    public static readonly Operator view = new("view");
    public static readonly Operator view_as_complex = new("view_as_complex");
    public static readonly Operator view_as_real = new("view_as_real");
}
