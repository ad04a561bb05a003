using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Named modules, in order, that are parts of whatever holds the dictionary.</summary>
    /// <typeparam name="T">What the modules are.</typeparam>
    public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
    {
        /// <summary>An empty dictionary.</summary>
        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        /// <summary>The number of modules.</summary>
        public int Count => _internal_submodules.Count;

        /// <summary>The names in order.</summary>
        public ICollection<string> Keys => _internal_submodules.Keys;

        /// <summary>The modules in order.</summary>
        public ICollection<T> Values => [.. values()];

        /// <summary>The module of a name; one that is replaced is not disposed.</summary>
        /// <exception cref="KeyNotFoundException">There is no such name to read.</exception>
        public T this[string key]
        {
            get => (T)_internal_submodules[key];
            set
            {
                var index = _internal_submodules.keys().ToList().IndexOf(key);
                if (index < 0)
                    Add(key, value);
                else
                    this[index] = (key, value);
            }
        }

        /// <summary>The name and the module at a position; one that is replaced is not disposed.</summary>
        public (string, T) this[int index]
        {
            get
            {
                var (key, module) = _internal_submodules[index];
                return (key, (T)module);
            }
            set
            {
                RemoveAt(index);
                Insert(index, value);
            }
        }

        /// <summary>Adds a module at the end, which the dictionary then owns.</summary>
        /// <exception cref="InvalidOperationException">The name is taken.</exception>
        public void Add(string key, T value)
        {
            ArgumentNullException.ThrowIfNull(value);
            register_module(key, value);
        }

        /// <summary>Adds a module at the end, which the dictionary then owns.</summary>
        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        /// <summary>Adds a module at the end, which the dictionary then owns.</summary>
        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        /// <summary>Inserts a module at a position, which the dictionary then owns.</summary>
        public void Insert(int index, (string, T) item)
        {
            Add(item);
            var (key, module) = _internal_submodules[Count - 1];
            _internal_submodules.RemoveAt(Count - 1);
            _internal_submodules.Insert(index, (key, module));
        }

        /// <summary>Removes the module of a name without disposing it.</summary>
        public bool Remove(string key) => _internal_submodules.Remove(key);

        /// <summary>Removes the module at a position without disposing it.</summary>
        public void RemoveAt(int index) => _internal_submodules.RemoveAt(index);

        /// <summary>Removes all modules without disposing them.</summary>
        public void Clear() => ClearModules();

        /// <summary>Removes all modules without disposing them.</summary>
        public void clear() => ClearModules();

        /// <summary>Whether there is a module of a name.</summary>
        public bool ContainsKey(string key) => _internal_submodules.ContainsKey(key);

        /// <summary>The module of a name, if there is one.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
        {
            value = _internal_submodules.TryGetValue(key, out var module) ? (T)module : null;
            return value is not null;
        }

        /// <summary>All names in order.</summary>
        public IEnumerable<string> keys() => _internal_submodules.keys();

        /// <summary>All modules in order.</summary>
        public IEnumerable<T> values() => _internal_submodules.values().Cast<T>();

        /// <summary>All names and modules in order.</summary>
        public IEnumerator<(string, T)> items() => GetEnumerator();

        /// <inheritdoc/>
        public IEnumerator<(string, T)> GetEnumerator() => _internal_submodules.Select(entry => (entry.Item1, (T)entry.Item2)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Named modules, which the dictionary owns.</summary>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Named modules of one type, which the dictionary owns.</summary>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var dictionary = new ModuleDict<T>();
                foreach (var entry in modules)
                    dictionary.Add(entry);
                return dictionary;
            }
        }
    }
}
