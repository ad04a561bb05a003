using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Named parameters, in order, that belong to whatever holds the dictionary.</summary>
    public class ParameterDict : nn.Module, IEnumerable<(string, Parameter)>
    {
        /// <summary>An empty dictionary.</summary>
        public ParameterDict() : base(nameof(ParameterDict))
        {
        }

        /// <summary>The number of parameters.</summary>
        public int Count => _internal_params.Count;

        /// <summary>The names in order.</summary>
        public ICollection<string> Keys => _internal_params.Keys;

        /// <summary>The parameters in order.</summary>
        public ICollection<Parameter> Values => _internal_params.Values;

        /// <summary>The parameter of a name; one that is replaced is not disposed.</summary>
        /// <exception cref="KeyNotFoundException">There is no such name to read.</exception>
        public Parameter this[string key]
        {
            get => _internal_params[key];
            set
            {
                ArgumentNullException.ThrowIfNull(value);
                ConditionallyRegisterParameter(key, value);
            }
        }

        /// <summary>The name and the parameter at a position; one that is replaced is not disposed.</summary>
        public (string, Parameter) this[int index]
        {
            get => _internal_params[index];
            set
            {
                RemoveAt(index);
                Insert(index, value);
            }
        }

        /// <summary>Adds a parameter at the end, which the dictionary then owns.</summary>
        /// <exception cref="InvalidOperationException">The name is taken.</exception>
        public void Add(string key, Parameter value) => register_parameter(key, value);

        /// <summary>Adds a parameter at the end, which the dictionary then owns.</summary>
        public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

        /// <summary>Adds a parameter at the end, which the dictionary then owns.</summary>
        public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

        /// <summary>Inserts a parameter at a position, which the dictionary then owns.</summary>
        public void Insert(int index, (string, Parameter) item)
        {
            Add(item);
            _internal_params.RemoveAt(Count - 1);
            _internal_params.Insert(index, item);
        }

        /// <summary>Removes the parameter of a name without disposing it.</summary>
        public bool Remove(string key) => _internal_params.Remove(key);

        /// <summary>Removes the parameter at a position without disposing it.</summary>
        public void RemoveAt(int index) => _internal_params.RemoveAt(index);

        /// <summary>Removes all parameters without disposing them.</summary>
        public void Clear() => _internal_params.Clear();

        /// <summary>Removes all parameters without disposing them.</summary>
        public void clear() => Clear();

        /// <summary>Whether there is a parameter of a name.</summary>
        public bool ContainsKey(string key) => _internal_params.ContainsKey(key);

        /// <summary>The parameter of a name, if there is one.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _internal_params.TryGetValue(key, out value);

        /// <summary>All names in order.</summary>
        public IEnumerable<string> keys() => _internal_params.keys();

        /// <summary>All parameters in order.</summary>
        public IEnumerable<Parameter> values() => _internal_params.values();

        /// <summary>All names and parameters in order.</summary>
        public IEnumerator<(string, Parameter)> items() => GetEnumerator();

        /// <inheritdoc/>
        public IEnumerator<(string, Parameter)> GetEnumerator() => _internal_params.GetEnumerator();

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
            /// <summary>Named parameters, which the dictionary owns.</summary>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var dictionary = new ParameterDict();
                foreach (var entry in parameters)
                    dictionary.Add(entry);
                return dictionary;
            }
        }
    }
}
