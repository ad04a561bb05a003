namespace VideoPoet.Core;

/// <summary>What a position of a sequence stands for.</summary>
public enum Modality
{
    /// <summary>A marker: a token of Table 1, a task token, a format token or padding.</summary>
    Special,

    /// <summary>A text embedding in the reserved slot.</summary>
    Text,

    /// <summary>A code of the image and video tokenizer.</summary>
    Visual,

    /// <summary>A code of one level of the audio tokenizer.</summary>
    Audio,
}
