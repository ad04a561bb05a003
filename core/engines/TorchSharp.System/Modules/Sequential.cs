using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Calls modules one after another, each with the result of the one before it.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        /// <summary>A sequence of named modules, which it owns.</summary>
        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        /// <summary>A sequence of modules named by their positions, which it owns.</summary>
        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
        {
            foreach (var module in modules)
                append(module);
        }

        /// <summary>The number of modules.</summary>
        public int Count => _internal_submodules.Count;

        /// <summary>The module at a position.</summary>
        [IndexerName("SequentialItems")]
        public nn.IModule<Tensor, Tensor> this[int index] => (nn.IModule<Tensor, Tensor>)_internal_submodules[index].Item2;

        /// <summary>The modules from a position up to, not including, another; they are shared with this sequence.</summary>
        [IndexerName("SequentialItems")]
        public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        /// <summary>The modules of a range; they are shared with this sequence.</summary>
        [IndexerName("SequentialItems")]
        public Sequential this[Range index]
        {
            get
            {
                var (start, length) = index.GetOffsetAndLength(Count);
                var slice = new Sequential(Array.Empty<nn.Module<Tensor, Tensor>>());
                foreach (var (name, module) in _internal_submodules.Skip(start).Take(length))
                    slice.register_module(name, module);
                return slice;
            }
        }

        /// <summary>Adds a module at the end, which the sequence then owns.</summary>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            register_module(name, (nn.Module)module);
            return this;
        }

        /// <summary>Adds a module at the end, named by its position, which the sequence then owns.</summary>
        public Sequential append(nn.IModule<Tensor, Tensor> module) => append(Count.ToString(), module);

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            if (Count == 0)
                return tensor.alias();
            var current = tensor;
            for (var i = 0; i < Count; i++)
            {
                var next = this[i].call(current);
                // A module that works in place returns its input, which must live on.
                if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                    current.Dispose();
                current = next;
            }
            return current;
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
            /// <summary>An empty sequence of modules.</summary>
            public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

            /// <summary>A sequence of modules named by their positions, which it owns.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            /// <summary>A sequence of named modules, which it owns.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>A sequence of named modules, which it owns.</summary>
            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

            /// <summary>A sequence of modules named by their positions, which it owns.</summary>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());

            /// <summary>A sequence of named modules, which it owns.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

            /// <summary>A sequence of named modules, which it owns.</summary>
            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                new(modules.Select(module => module.ToValueTuple()).ToArray());
        }
    }
}
