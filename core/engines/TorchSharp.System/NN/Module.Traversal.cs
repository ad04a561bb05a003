using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters with their names; one that stands under several names comes once.</summary>
            /// <param name="recurse">Whether those of parts come too, as <c>part.name</c>.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (own, parameter) in _internal_params)
                    if (!parameter.IsInvalid && seen.Add(parameter))
                        yield return (own, parameter);
                if (!recurse)
                    yield break;
                foreach (var (part, child) in named_children())
                    foreach (var (inner, parameter) in child.named_parameters())
                        if (seen.Add(parameter))
                            yield return ($"{part}.{inner}", parameter);
            }

            /// <summary>All buffers with their names; one that stands under several names comes once.</summary>
            /// <param name="recurse">Whether those of parts come too, as <c>part.name</c>.</param>
            /// <param name="include_nonpersistent">Whether those that are not part of the state come too.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (own, (buffer, persistent)) in _internal_buffers)
                    if (!buffer.IsInvalid && (persistent || include_nonpersistent) && seen.Add(buffer))
                        yield return (own, buffer);
                if (!recurse)
                    yield break;
                foreach (var (part, child) in named_children())
                    foreach (var (inner, buffer) in child.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer))
                            yield return ($"{part}.{inner}", buffer);
            }

            /// <summary>The modules that this one is made of, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The modules that this one is made of, their parts and so on, with names; this module itself is not among them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var part in named_children())
                    yield return part;
                foreach (var (part, child) in named_children())
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{part}.{inner}", module);
            }

            /// <summary>All parameters, each once.</summary>
            /// <param name="recurse">Whether those of parts come too.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>All buffers, each once.</summary>
            /// <param name="recurse">Whether those of parts come too.</param>
            /// <param name="include_nonpersistent">Whether those that are not part of the state come too.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The modules that this one is made of.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>The modules that this one is made of, their parts and so on; this module itself is not among them.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>A parameter by its full name, or null.</summary>
            /// <param name="target">As in <c>part.weight</c>.</param>
            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var parameter) ? parameter : Part(target, out var rest)?.get_parameter(rest);

            /// <summary>A buffer by its full name, or null.</summary>
            /// <param name="target">As in <c>part.running_mean</c>.</param>
            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var buffer) ? buffer.Item1 : Part(target, out var rest)?.get_buffer(rest);

            /// <summary>Whether there is a parameter of a full name.</summary>
            /// <param name="target">As in <c>part.weight</c>.</param>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of a full name.</summary>
            /// <param name="target">As in <c>part.running_mean</c>.</param>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private Module? Part(string target, out string rest)
            {
                var dot = target.IndexOf('.');
                rest = target[(dot + 1)..];
                return dot > 0 && _internal_submodules.TryGetValue(target[..dot], out var child) ? child : null;
            }
        }
    }
}
