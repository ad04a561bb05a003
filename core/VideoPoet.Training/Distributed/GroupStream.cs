using VideoPoet.Torch;

namespace VideoPoet.Training.Distributed;

/// <summary>Bytes from one process to all others, piece by piece, so that they may be more than memory has room for.</summary>
internal static class GroupStream
{
    private const int PieceBytes = 16 << 20;

    /// <summary>Sends what is written; the others call <see cref="Receive"/> at the same time.</summary>
    public static void Send(IProcessGroup group, Action<BinaryWriter> write)
    {
        using (var writer = new BinaryWriter(new BufferedStream(new Sending(group), PieceBytes)))
            write(writer);
        group.BroadcastBytes([], group.Rank);
    }

    /// <summary>Reads what another process sends.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="sender">The rank that sends.</param>
    /// <param name="read">Reads; null passes everything over.</param>
    public static void Receive(IProcessGroup group, int sender, Action<BinaryReader>? read)
    {
        var receiving = new Receiving(group, sender);
        using var reader = new BinaryReader(receiving);
        read?.Invoke(reader);
        receiving.CopyTo(Stream.Null);
    }

    private sealed class Sending(IProcessGroup group) : OneWayStream(canWrite: true)
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            for (var sent = 0; sent < count; sent += PieceBytes)
                group.BroadcastBytes(buffer[(offset + sent)..(offset + Math.Min(count, sent + PieceBytes))], group.Rank);
        }
    }

    private sealed class Receiving(IProcessGroup group, int sender) : OneWayStream(canWrite: false)
    {
        private byte[] _piece = [];
        private int _read;
        private bool _ended;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_read == _piece.Length && !_ended)
            {
                (_piece, _read) = (group.BroadcastBytes([], sender), 0);
                _ended = _piece.Length == 0;
            }
            var taken = Math.Min(count, _piece.Length - _read);
            _piece.AsSpan(_read, taken).CopyTo(buffer.AsSpan(offset));
            _read += taken;
            return taken;
        }
    }
}
