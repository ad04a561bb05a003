using TorchSharp.Utils;

namespace TorchSharp.Modules
{
    /// <summary>Adds a value at the edges of sequences.</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>Adds a value at the edges of pictures.</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>Adds a value at the edges of volumes.</summary>
    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>Adds zeros at the edges of pictures.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(params long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Zeros, 0, padding)
        {
        }
    }

    /// <summary>Mirrors sequences at their edges.</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(params long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>Mirrors pictures at their edges.</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(params long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>Mirrors volumes at their edges.</summary>
    public sealed class ReflectionPad3d : PadBase
    {
        internal ReflectionPad3d(params long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>Repeats the edges of sequences.</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(params long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>Repeats the edges of pictures.</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(params long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>Repeats the edges of volumes.</summary>
    public sealed class ReplicationPad3d : PadBase
    {
        internal ReplicationPad3d(params long[] padding) : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
        {
        }
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Adds a value at the edges of sequences.</summary>
            /// <param name="padding">How many at every edge.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad1d ConstantPad1d(long padding, double value) => new(value, padding, padding);

            /// <summary>Adds a value at the edges of sequences.</summary>
            /// <param name="padding">How many at each edge: left, right.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => new(value, padding.ToArray());

            /// <summary>Adds a value at the edges of pictures.</summary>
            /// <param name="padding">How many at every edge.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad2d ConstantPad2d(long padding, double value) => new(value, padding, padding, padding, padding);

            /// <summary>Adds a value at the edges of pictures.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) => new(value, padding.ToArray());

            /// <summary>Adds a value at the edges of volumes.</summary>
            /// <param name="padding">How many at every edge.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad3d ConstantPad3d(long padding, double value) => new(value, padding, padding, padding, padding, padding, padding);

            /// <summary>Adds a value at the edges of volumes.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom, front, back.</param>
            /// <param name="value">The value.</param>
            public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) => new(value, padding.ToArray());

            /// <summary>Adds zeros at the edges of pictures.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>Adds zeros at the edges of pictures.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom.</param>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(padding.ToArray());

            /// <summary>Mirrors sequences at their edges.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReflectionPad1d ReflectionPad1d(long padding) => new(padding, padding);

            /// <summary>Mirrors sequences at their edges.</summary>
            /// <param name="padding">How many at each edge: left, right.</param>
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new(padding.ToArray());

            /// <summary>Mirrors pictures at their edges.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReflectionPad2d ReflectionPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>Mirrors pictures at their edges.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom.</param>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => new(padding.ToArray());

            /// <summary>Mirrors volumes at their edges.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReflectionPad3d ReflectionPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

            /// <summary>Mirrors volumes at their edges.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom, front, back.</param>
            public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) => new(padding.ToArray());

            /// <summary>Repeats the edges of sequences.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReplicationPad1d ReplicationPad1d(long padding) => new(padding, padding);

            /// <summary>Repeats the edges of sequences.</summary>
            /// <param name="padding">How many at each edge: left, right.</param>
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new(padding.ToArray());

            /// <summary>Repeats the edges of pictures.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>Repeats the edges of pictures.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom.</param>
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) => new(padding.ToArray());

            /// <summary>Repeats the edges of volumes.</summary>
            /// <param name="padding">How many at every edge.</param>
            public static ReplicationPad3d ReplicationPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

            /// <summary>Repeats the edges of volumes.</summary>
            /// <param name="padding">How many at each edge: left, right, top, bottom, front, back.</param>
            public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) => new(padding.ToArray());
        }
    }
}
