namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>How a field of a protocol buffers message is written.</summary>
internal enum WireType
{
    Number = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
