using VideoPoet.Core;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Reads a pickle as data. It knows the instructions that <c>torch.save</c> writes and the names in <see cref="PyTorchNames"/>; it calls nothing,
/// and refuses a pickle that has anything else.
/// </summary>
internal sealed class Unpickler
{
    // More than the largest networks need with their optimisers; a hostile pickle must not fill the memory.
    private const int MostInstructions = 5_000_000;

    private readonly PickleInput _input;
    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<uint, object?> _memo = [];

    private Unpickler(byte[] pickle) => _input = new(pickle);

    /// <summary>The value that a pickle describes.</summary>
    /// <exception cref="FormatException">The pickle is broken, or has what weights do not need; the message says where and what.</exception>
    public static object? Read(byte[] pickle) => new Unpickler(pickle).Run();

    private object? Run()
    {
        for (var count = 0; count < MostInstructions; count++)
        {
            var instruction = _input.Byte();
            if (instruction == '.')
                return Pop();
            Execute(instruction);
        }
        throw new FormatException($"it has more than {MostInstructions} instructions.");
    }

    private void Execute(byte instruction)
    {
        switch (instruction)
        {
            case 0x80: _input.Byte(); break; // the version of the protocol; what is new in later ones is refused instruction by instruction
            case (byte)'N': Push(null); break;
            case 0x88: Push(true); break;
            case 0x89: Push(false); break;
            case (byte)'K': Push((long)_input.Byte()); break;
            case (byte)'M': Push((long)_input.UInt16()); break;
            case (byte)'J': Push((long)_input.Int32()); break;
            case 0x8a: Push(_input.ShortLong()); break;
            case (byte)'G': Push(_input.Double()); break;
            case (byte)'X': Push(_input.Text(_input.UInt32())); break;
            case (byte)'c': Push(Named(new(_input.Line(), _input.Line()))); break;
            case (byte)'(': _marks.Push(_stack.Count); break;
            case (byte)')': Push(new PickleValue.Tuple([])); break;
            case 0x85: Push(new PickleValue.Tuple(PopLast(1))); break;
            case 0x86: Push(new PickleValue.Tuple(PopLast(2))); break;
            case 0x87: Push(new PickleValue.Tuple(PopLast(3))); break;
            case (byte)'t': Push(new PickleValue.Tuple(PopToMark())); break;
            case (byte)']': Push(new PickleValue.List()); break;
            case (byte)'a': Pop(); Top<PickleValue.List>("a list"); break;
            case (byte)'e': PopToMark(); Top<PickleValue.List>("a list"); break;
            case (byte)'}': Push(new PickleValue.Dictionary([])); break;
            case (byte)'s': AddItems(PopLast(2)); break;
            case (byte)'u': AddItems(PopToMark()); break;
            case (byte)'q': _memo[_input.Byte()] = Top(); break;
            case (byte)'r': _memo[_input.UInt32()] = Top(); break;
            case (byte)'h': PushRemembered(_input.Byte()); break;
            case (byte)'j': PushRemembered(_input.UInt32()); break;
            case (byte)'Q': Push(Storage(Pop<PickleValue.Tuple>("a tuple"))); break;
            case (byte)'R': Push(Call(arguments: Pop<PickleValue.Tuple>("a tuple"), function: Pop<PickleValue.Global>("a function"))); break;
            case (byte)'b': Pop(); Top<PickleValue.Dictionary>("a dictionary"); break; // attributes, such as the versions of modules
            default:
                throw new FormatException($"the instruction 0x{instruction:x2} at byte {_input.Position - 1} is not one that weights need.");
        }
    }

    private static PickleValue.Global Named(PickleValue.Global name) => PyTorchNames.Contains(name)
        ? name
        : throw new FormatException(
            $"it names '{name}', which is not among what weights need. Nothing was executed; save the state_dict alone, and it can be read.");

    private static object? Call(PickleValue.Tuple arguments, PickleValue.Global function)
    {
        if (function == PyTorchNames.OrderedDict && arguments.Items is [])
            return new PickleValue.Dictionary([]);
        if (function == PyTorchNames.RebuildParameter && arguments.Items is [PickleValue.Tensor tensor, bool, _])
            return tensor;
        if (function == PyTorchNames.RebuildTensor
            && arguments.Items is [PickleValue.Storage storage, long offset, PickleValue.Tuple shape, PickleValue.Tuple strides, bool, ..])
            return new PickleValue.Tensor(storage, offset, Numbers(shape), Numbers(strides));
        throw new FormatException($"it calls '{function}' with {arguments.Items.Length} arguments that do not suit it.");
    }

    private static PickleValue.Storage Storage(PickleValue.Tuple id) =>
        id.Items is ["storage", PickleValue.Global type, string key, string, long elements]
            && PyTorchNames.StorageTypes.TryGetValue(type, out var elementType)
            ? new(key, elementType, elements)
            : throw new FormatException("it refers to something outside itself that is no storage of tensors.");

    private static ValueList<long> Numbers(PickleValue.Tuple tuple) => tuple.Items
        .Select(item => item is long number ? number : throw new FormatException("a tensor has a size or stride that is no whole number."))
        .ToValueList();

    private void AddItems(object?[] items)
    {
        var dictionary = Top<PickleValue.Dictionary>("a dictionary").Items;
        if (items.Length % 2 != 0)
            throw new FormatException($"a dictionary's key before byte {_input.Position} has no value.");
        for (var i = 0; i < items.Length; i += 2)
            dictionary.Add((items[i], items[i + 1]));
    }

    private void Push(object? value) => _stack.Add(value);

    private void PushRemembered(uint place) => Push(_memo.TryGetValue(place, out var value)
        ? value
        : throw new FormatException($"the instruction before byte {_input.Position} recalls value {place}, which was never remembered."));

    private object?[] PopToMark() => _marks.TryPop(out var mark) ? PopLast(_stack.Count - mark) : throw Unexpected("a mark");

    private object?[] PopLast(int count)
    {
        if (_stack.Count - Floor < count)
            throw Unexpected($"{count} values");
        object?[] items = [.. _stack.Slice(_stack.Count - count, count)];
        _stack.RemoveRange(_stack.Count - count, count);
        return items;
    }

    private object? Pop()
    {
        var value = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private T Pop<T>(string what) => Pop() is T value ? value : throw Unexpected(what);

    private object? Top() => _stack.Count > Floor ? _stack[^1] : throw Unexpected("a value");

    private T Top<T>(string what) => Top() is T value ? value : throw Unexpected(what);

    // What lies below a mark belongs to the instruction that the mark is for.
    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    private FormatException Unexpected(string needed) => new($"the instruction before byte {_input.Position} needs {needed}, and there is none.");
}
