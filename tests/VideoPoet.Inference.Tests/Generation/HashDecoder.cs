using System.IO.Hashing;
using System.Runtime.InteropServices;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>
/// A decoder without a network: a token follows from the seed, the prompt, what guidance leaves out, and every token before. It is as fast as a test
/// of many generations needs, and counts its sessions.
/// </summary>
internal sealed class HashDecoder(ModelSpec model, UnifiedVocabulary vocabulary) : ILanguageModelDecoder
{
    private static int s_open;

    /// <summary>Sessions that were begun and not disposed, of all decoders.</summary>
    public static int OpenSessions => s_open;

    public LanguageModelSpec Sizes => model.LanguageModel;

    public UnifiedVocabulary Vocabulary => vocabulary;

    public int TextWidth => model.TextEncoder.Width;

    public long SessionBytes(DecodingRequest request) => 1_000_000L * request.Seeds.Count;

    public IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken = default) => new Session(request);

    public void Dispose()
    {
    }

    private sealed class Session : IDecodingSession
    {
        private readonly SequenceLayout _layout;
        private readonly int[][] _ids;
        private readonly IdRange[] _allowed;
        private readonly XxHash64[] _hashes;
        private bool _isDisposed;

        public Session(DecodingRequest request)
        {
            Interlocked.Increment(ref s_open);
            _layout = request.Prompt.Layout;
            _allowed = [.. _layout.AllowedRuns.SelectMany(run => Enumerable.Repeat(run.Ids, run.Length))];
            _ids = [.. request.Seeds.Select(_ => request.Prompt.Ids.ToArray())];
            _hashes = [.. request.Seeds.Select(seed => Begin(request, seed))];
            Position = _layout.PrefixLength;
        }

        public int Position { get; private set; }

        public bool IsComplete => Position == _layout.Length;

        public void Step(CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var sample = 0; sample < _ids.Length; sample++)
            {
                var given = _layout.SegmentAt(Position) is { } segment && Position < segment.Start + segment.Given;
                var allowed = _allowed[Position];
                if (!given)
                    _ids[sample][Position] = allowed.Start + (int)(_hashes[sample].GetCurrentHashAsUInt64() % (ulong)allowed.Count);
                _hashes[sample].Append(BitConverter.GetBytes(_ids[sample][Position]));
            }
            Position++;
        }

        public ReadOnlySpan<int> Ids(int sample) => _ids[sample].AsSpan(0, Position);

        public void Dispose()
        {
            if (!_isDisposed)
                Interlocked.Decrement(ref s_open);
            _isDisposed = true;
        }

        private static XxHash64 Begin(DecodingRequest request, long seed)
        {
            var hash = new XxHash64(seed);
            foreach (var prompt in new[] { request.Prompt, request.Unguided }.OfType<DecodingPrompt>())
            {
                hash.Append(MemoryMarshal.AsBytes(prompt.Ids.AsSpan(0, prompt.Layout.PrefixLength)));
                if (prompt.Text is { } text)
                    hash.Append(text.contiguous().bytes);
            }
            hash.Append(BitConverter.GetBytes(request.Sampling.Guidance));
            return hash;
        }
    }
}
