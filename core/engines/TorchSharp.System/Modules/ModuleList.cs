using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of modules that are parts of whatever holds the list, named by their positions.</summary>
    /// <typeparam name="T">What the modules are.</typeparam>
    public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
    {
        /// <summary>A list of modules, which it owns.</summary>
        public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => extend(modules);

        /// <summary>The number of modules.</summary>
        public int Count => _internal_submodules.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The module at a position; one that is replaced is not disposed.</summary>
        public T this[int index]
        {
            get => (T)_internal_submodules[index].Item2;
            set => Change(items => items[index] = value);
        }

        /// <summary>Adds a module at the end, which the list then owns.</summary>
        public void Add(T item)
        {
            ArgumentNullException.ThrowIfNull(item);
            register_module(Count.ToString(), item);
        }

        /// <summary>Adds modules at the end, which the list then owns.</summary>
        public void append(params T[] parameters) => extend(parameters);

        /// <summary>Adds modules at the end, which the list then owns.</summary>
        public void extend(IEnumerable<T> modules)
        {
            foreach (var module in modules)
                Add(module);
        }

        /// <summary>Inserts a module, which the list then owns; those behind it get new names.</summary>
        public void Insert(int index, T item) => Change(items => items.Insert(index, item));

        /// <summary>Removes a module without disposing it; those behind it get new names.</summary>
        public bool Remove(T item)
        {
            var index = IndexOf(item);
            if (index >= 0)
                RemoveAt(index);
            return index >= 0;
        }

        /// <summary>Removes the module at a position without disposing it; those behind it get new names.</summary>
        public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

        /// <summary>Removes all modules without disposing them.</summary>
        public void Clear() => ClearModules();

        /// <summary>Whether a module is in the list.</summary>
        public bool Contains(T item) => IndexOf(item) >= 0;

        /// <summary>The position of a module, or -1.</summary>
        public int IndexOf(T item) => Items().IndexOf(item);

        /// <summary>Copies the modules in order.</summary>
        public void CopyTo(T[] array, int arrayIndex) => Items().CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => Items().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private List<T> Items() => [.. _internal_submodules.values().Cast<T>()];

        private void Change(Action<List<T>> change)
        {
            var items = Items();
            change(items);
            ClearModules();
            extend(items);
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
            /// <summary>A list of modules, which it owns.</summary>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>A list of modules of one type, which it owns.</summary>
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
