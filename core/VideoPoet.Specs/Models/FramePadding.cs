namespace VideoPoet.Specs;

/// <summary>What the convolutions of a video tokenizer see around a frame.</summary>
public enum FramePadding
{
    /// <summary>Zeros, as the published weights need it. A code then also tells how far the edges are.</summary>
    Zeros,

    /// <summary>
    /// The nearest place of the frame. What moves by eight pixels keeps its codes, save near the edges, so that a language model has less to learn
    /// (as with the reflecting edges of MAGVIT, arXiv 2212.05199).
    /// </summary>
    Replicate,
}
