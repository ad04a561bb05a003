using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of parameters that belong to whatever holds the list, named by their positions.</summary>
    public class ParameterList : nn.Module, IList<Parameter>
    {
        /// <summary>A list of parameters, which it owns.</summary>
        public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters);

        /// <summary>The number of parameters.</summary>
        public int Count => _internal_params.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The parameter at a position; one that is replaced is not disposed.</summary>
        public Parameter this[int index]
        {
            get => _internal_params[index].Item2;
            set => Change(items => items[index] = value);
        }

        /// <summary>Adds a parameter at the end, which the list then owns.</summary>
        public void Add(Parameter item) => register_parameter(Count.ToString(), item);

        /// <summary>Adds parameters at the end, which the list then owns.</summary>
        public void append(params Parameter[] parameters) => extend(parameters);

        /// <summary>Adds parameters at the end, which the list then owns.</summary>
        public void extend(IEnumerable<Parameter> parameters)
        {
            foreach (var parameter in parameters)
                Add(parameter);
        }

        /// <summary>Inserts a parameter, which the list then owns; those behind it get new names.</summary>
        public void Insert(int index, Parameter item) => Change(items => items.Insert(index, item));

        /// <summary>Removes a parameter without disposing it; those behind it get new names.</summary>
        public bool Remove(Parameter item)
        {
            var index = IndexOf(item);
            if (index >= 0)
                RemoveAt(index);
            return index >= 0;
        }

        /// <summary>Removes the parameter at a position without disposing it; those behind it get new names.</summary>
        public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

        /// <summary>Removes all parameters without disposing them.</summary>
        public void Clear() => _internal_params.Clear();

        /// <summary>Whether a parameter is in the list.</summary>
        public bool Contains(Parameter item) => IndexOf(item) >= 0;

        /// <summary>The position of a parameter, or -1.</summary>
        public int IndexOf(Parameter item) => Items().FindIndex(parameter => ReferenceEquals(parameter, item));

        /// <summary>Copies the parameters in order.</summary>
        public void CopyTo(Parameter[] array, int arrayIndex) => Items().CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public IEnumerator<Parameter> GetEnumerator() => Items().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private List<Parameter> Items() => [.. _internal_params.values()];

        private void Change(Action<List<Parameter>> change)
        {
            var items = Items();
            change(items);
            Clear();
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
            /// <summary>A list of parameters, which it owns.</summary>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}
