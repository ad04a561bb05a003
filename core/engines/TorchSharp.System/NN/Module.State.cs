namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters and persistent buffers by their full names; the tensors themselves, not copies.</summary>
            /// <param name="destination">Where to add them; a new dictionary when null.</param>
            /// <param name="prefix">What to put before every name, followed by a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (own, parameter) in _internal_params)
                    destination.TryAdd(before + own, parameter);
                foreach (var (own, (buffer, persistent)) in _internal_buffers)
                    if (persistent)
                        destination.TryAdd(before + own, buffer);
                foreach (var (part, child) in named_children())
                    child.state_dict(destination, before + part);
                return destination;
            }

            /// <summary>Copies values into the module's parameters and buffers, which stay the same objects.</summary>
            /// <param name="source">Values by full name; they are converted to the module's types and devices.</param>
            /// <param name="strict">Whether missing and unexpected names are an error.</param>
            /// <param name="skip">Names to leave alone on both sides.</param>
            /// <returns>The names that the source lacks, and those that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">Names do not match in strict mode, or a shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                var skipped = new HashSet<string>(skip ?? []);
                List<string> missing = [.. destination.Keys.Where(key => !skipped.Contains(key) && !source.ContainsKey(key))];
                List<string> unexpected = [.. source.Keys.Where(key => !skipped.Contains(key) && !destination.ContainsKey(key))];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state does not fit {GetName()}: {Mismatches(missing, unexpected)}.");

                List<string> common = [.. source.Keys.Where(key => !skipped.Contains(key) && destination.ContainsKey(key))];
                List<string> misshapen = [.. common.Where(key => !source[key].shape.SequenceEqual(destination[key].shape))];
                if (misshapen.Count > 0)
                    throw new InvalidOperationException(
                        $"The state does not fit {GetName()}: " +
                        string.Join("; ", misshapen.Select(key => $"'{key}' is {Sizes(source[key])}, expected {Sizes(destination[key])}")) + ".");

                using var silent = no_grad();
                foreach (var key in common)
                    destination[key].copy_(source[key]);
                return (missing, unexpected);
            }

            private static string Mismatches(List<string> missing, List<string> unexpected)
            {
                static string Listed(string what, List<string> names) => $"{what} {string.Join(", ", names.Select(name => $"'{name}'"))}";
                return (missing.Count, unexpected.Count) switch
                {
                    (_, 0) => Listed("missing", missing),
                    (0, _) => Listed("unexpected", unexpected),
                    _ => Listed("missing", missing) + "; " + Listed("unexpected", unexpected),
                };
            }

            private static string Sizes(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
        }
    }
}
