using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool _registered;

            /// <summary>Adds a parameter, which then belongs to the module and to no dispose scope.</summary>
            /// <param name="name">Its name in the state.</param>
            /// <param name="param">The parameter.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), $"The parameter '{name}' of {GetName()} is null or disposed.");
                if (_internal_params.ContainsKey(name))
                    throw new InvalidOperationException($"{GetName()} has a parameter '{name}' already.");
                ConditionallyRegisterParameter(name, param);
            }

            /// <summary>Adds a tensor that is not learnt, which then belongs to the module and to no dispose scope.</summary>
            /// <param name="name">Its name in the state.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether it is part of the state.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), $"The buffer '{name}' of {GetName()} is null or disposed.");
                if (_internal_buffers.ContainsKey(name))
                    throw new InvalidOperationException($"{GetName()} has a buffer '{name}' already.");
                ConditionallyRegisterBuffer(name, tensor, persistent);
            }

            /// <summary>Adds a part, which then belongs to this module; null removes the part of that name.</summary>
            /// <param name="name">Its name: not empty, without a dot.</param>
            /// <param name="submodule">The part.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"'{name}' cannot name a part of {GetName()}: a name is not empty and has no dot.", nameof(name));
                if (_internal_submodules.ContainsKey(name))
                    throw new InvalidOperationException($"{GetName()} has a part '{name}' already.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>The older spelling of <see cref="register_module"/>.</summary>
            /// <param name="name">Its name: not empty, without a dot.</param>
            /// <param name="module">The part.</param>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Registers what the fields of a module hold: modules, parameters, and other tensors as buffers, each under the field's name or
            /// that of its <see cref="ComponentNameAttribute"/>. Names that are registered already are left as they are.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                    return;
                _registered = true;
                foreach (var field in FieldsOf(GetType()))
                {
                    var component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    if (!IsRegistered(component))
                        Register(component, field.GetValue(this));
                }
            }

            /// <summary>Sets, replaces or, when null, removes a parameter.</summary>
            /// <param name="name">Its name in the state.</param>
            /// <param name="value">The parameter.</param>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    _internal_params.Remove(name);
                else
                    _internal_params[name] = (Parameter)value.DetachFromDisposeScope();
            }

            /// <summary>Sets, replaces or, when null, removes a buffer.</summary>
            /// <param name="name">Its name in the state.</param>
            /// <param name="value">The buffer.</param>
            /// <param name="persistent">Whether it is part of the state.</param>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _internal_buffers.Remove(name);
                else
                    _internal_buffers[name] = (value.DetachFromDisposeScope(), persistent);
            }

            /// <summary>The device and the type that a module's tensors take when none are given.</summary>
            /// <param name="device">The device, if given.</param>
            /// <param name="dtype">The type, if given.</param>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            /// <summary>Forgets all parts without disposing them.</summary>
            protected void ClearModules() => _internal_submodules.clear();

            // The setter of a module's property: the module owns what it holds, so the old parameter goes.
            internal void Replace(ref Parameter? field, Parameter? value, string component)
            {
                if (ReferenceEquals(field, value))
                    return;
                field?.Dispose();
                field = value;
                ConditionallyRegisterParameter(component, value);
            }

            internal void Replace(ref Tensor? field, Tensor? value, string component)
            {
                if (ReferenceEquals(field, value))
                    return;
                field?.Dispose();
                field = value;
                ConditionallyRegisterBuffer(component, value);
            }

            private bool IsRegistered(string component) =>
                _internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component);

            private void Register(string component, object? value)
            {
                switch (value)
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter:
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(component, tensor);
                        break;
                }
            }

            // A derived class's fields come first and hide those of the same name in its bases.
            private static IEnumerable<FieldInfo> FieldsOf(Type type)
            {
                var seen = new HashSet<string>();
                for (var current = type; current is not null && current != typeof(Module); current = current.BaseType)
                    foreach (var field in current.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        if (seen.Add(field.Name))
                            yield return field;
            }
        }
    }
}
