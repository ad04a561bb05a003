using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes a state in the package's own format: names, types, shapes and elements.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="sd">Tensors by name.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                List<string> names = [.. sd.Keys.Except(skip ?? [])];
                writer.Encode(names.Count);
                foreach (var name in names)
                {
                    writer.Write(name);
                    sd[name].Save(writer);
                }
            }

            /// <summary>Makes a module and reads its state from a file.</summary>
            /// <typeparam name="T">The module.</typeparam>
            /// <param name="path">The file.</param>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            /// <summary>Writes the state to a file.</summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null) => save(File.Create(location), skip);

            /// <summary>Writes the state and closes the stream.</summary>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the state.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Reads the state from a file.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether missing and unexpected names are an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets every name in the file, and whether the module has it.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(File.OpenRead(location), strict, skip, loadedParameters);

            /// <summary>Reads the state and closes the stream.</summary>
            /// <param name="stream">Where to read.</param>
            /// <param name="strict">Whether missing and unexpected names are an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets every name in the file, and whether the module has it.</param>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state.</summary>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">Whether missing and unexpected names are an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Gets every name in the file, and whether the module has it.</param>
            /// <exception cref="ArgumentException">Names do not match in strict mode, or a type or shape differs.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var state = state_dict();
                var count = reader.Decode();
                if (strict && count != state.Count)
                    throw new ArgumentException($"The file has {count} entries, {GetName()} has {state.Count}.", nameof(reader));
                for (var i = 0L; i < count; i++)
                {
                    var key = reader.ReadString();
                    var found = state.TryGetValue(key, out var tensor);
                    if (strict && !found)
                        throw new ArgumentException($"The file has '{key}', which {GetName()} has not.", nameof(reader));
                    if (found && skip?.Contains(key) != true)
                        tensor!.Load(reader);
                    else
                        TensorExtensionMethods.Skip(reader);
                    loadedParameters?.Add(key, found);
                }
                return this;
            }
        }
    }
}
