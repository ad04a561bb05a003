using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

namespace TorchSharp.Interop;

/// <summary>The native entry points, as declared in the native folder; every one that can fail returns a negative code or a null handle.</summary>
internal static unsafe class Native
{
    private const string Library = NativeLibraries.EngineName;

    static Native() => NativeLibraries.Prepare();

    // dispatch.cpp
    [DllImport(Library)] public static extern nint engine_last_error();

    [DllImport(Library)] private static extern nint engine_find_operator(byte* name, byte* overload);

    [DllImport(Library)] public static extern int engine_call(nint op, Value* arguments, int count, Value* results, int capacity);

    public static nint engine_find_operator(string name, string overload)
    {
        fixed (byte* nameBytes = System.Text.Encoding.UTF8.GetBytes(name + "\0"), overloadBytes = System.Text.Encoding.UTF8.GetBytes(overload + "\0"))
            return engine_find_operator(nameBytes, overloadBytes);
    }

    // tensor.cpp
    [DllImport(Library)] public static extern void engine_tensor_release(nint tensor);

    [DllImport(Library)] public static extern nint engine_tensor_alias(nint tensor);

    [DllImport(Library)] public static extern int engine_tensor_info(nint tensor, TensorInfo* info);

    [DllImport(Library)] public static extern nint engine_tensor_data(nint tensor);

    [DllImport(Library)] public static extern int engine_tensor_set_requires_grad(nint tensor, bool value);

    [DllImport(Library)] public static extern int engine_tensor_grad(nint tensor, nint* grad);

    [DllImport(Library)] public static extern int engine_tensor_set_grad(nint tensor, nint grad);

    [DllImport(Library)] public static extern int engine_tensor_set_data(nint tensor, nint source);

    [DllImport(Library)] public static extern nint engine_tensor_from_blob(
        void* data, long* sizes, int dimensions, sbyte dtype, delegate* unmanaged<void*, void> release, void* context);

    // autograd.cpp
    [DllImport(Library)] public static extern void engine_set_error(byte* message);

    [DllImport(Library)] public static extern int engine_backward(
        nint* tensors, nint* gradients, int count, bool retainGraph, bool createGraph, nint* inputs, int inputCount);

    [DllImport(Library)] public static extern int engine_grad(
        nint* outputs, nint* gradients, int count, nint* inputs, int inputCount, bool retainGraph, bool createGraph, bool allowUnused, nint* results);

    [DllImport(Library), SuppressGCTransition] public static extern bool engine_grad_enabled();

    [DllImport(Library), SuppressGCTransition] public static extern void engine_set_grad_enabled(bool enabled);

    [DllImport(Library)] public static extern nint engine_inference_enter(bool enabled);

    [DllImport(Library)] public static extern void engine_inference_leave(nint guard);

    [DllImport(Library)] public static extern bool engine_inference_enabled();

    [DllImport(Library)] public static extern void engine_set_anomaly(bool enabled, bool checkNan);

    [DllImport(Library)] public static extern bool engine_anomaly_enabled();

    [DllImport(Library)] public static extern bool engine_anomaly_checks_nan();

    [DllImport(Library)] public static extern int engine_function_connect(
        byte* label, delegate* unmanaged<void*, nint*, int, nint*, int, int> backward, delegate* unmanaged<void*, void> release, void* context,
        nint* inputs, int inputCount, nint* outputs, int outputCount, nint* dirty, int dirtyCount, nint* constant, int constantCount,
        nint* saved, int savedCount, nint* results, nint* node);

    [DllImport(Library)] public static extern int engine_function_saved(nint node, nint* results);

    // context.cpp
    [DllImport(Library)] public static extern nint engine_torch_configuration();

    [DllImport(Library)] public static extern bool engine_has_cuda();

    [DllImport(Library)] public static extern int engine_threads();

    [DllImport(Library)] public static extern int engine_set_threads(int count);

    [DllImport(Library)] public static extern int engine_interop_threads();

    [DllImport(Library)] public static extern int engine_set_interop_threads(int count);

    [DllImport(Library)] public static extern void engine_set_deterministic(bool enabled, bool warnOnly);

    [DllImport(Library)] public static extern bool engine_deterministic();

    [DllImport(Library)] public static extern nint engine_generator_new(sbyte deviceType, sbyte deviceIndex, ulong seed);

    [DllImport(Library)] public static extern nint engine_generator_default();

    [DllImport(Library)] public static extern void engine_generator_release(nint generator);

    [DllImport(Library)] public static extern ulong engine_generator_seed(nint generator);

    [DllImport(Library)] public static extern ulong engine_generator_reseed(nint generator);

    [DllImport(Library)] public static extern void engine_generator_set_seed(nint generator, ulong seed);

    [DllImport(Library)] public static extern int engine_generator_state(nint generator, nint* state);

    [DllImport(Library)] public static extern int engine_generator_set_state(nint generator, nint state);

    [DllImport(Library)] public static extern bool engine_autocast_enabled(bool cuda);

    [DllImport(Library)] public static extern sbyte engine_autocast_dtype(bool cuda);

    [DllImport(Library)] public static extern void engine_autocast_set(bool cuda, bool enabled, sbyte dtype);

    [DllImport(Library)] public static extern void engine_autocast_nest();

    [DllImport(Library)] public static extern void engine_autocast_unnest();

    // memory.cpp
    [DllImport(Library)] public static extern void engine_memory_info(MemoryInfo* info);

    [DllImport(Library)] public static extern void engine_memory_reset_peak();

    [DllImport(Library)] public static extern void engine_memory_set_cache_limit(long bytes);

    // distributed_store.cpp
    [DllImport(Library)] public static extern int engine_store_open(byte* host, int port, bool serve, long timeout, nint* store);

    [DllImport(Library)] public static extern void engine_store_release(nint store);

    [DllImport(Library)] public static extern int engine_store_set_timeout(nint store, long timeout);

    [DllImport(Library)] public static extern int engine_store_set(nint store, byte* key, byte* data, long count);

    [DllImport(Library)] public static extern int engine_store_get(nint store, byte* key, byte** data, long* count);

    [DllImport(Library)] public static extern int engine_store_has(nint store, byte* key, bool* present);

    [DllImport(Library)] public static extern int engine_store_add(nint store, byte* key, long amount, long* value);

    // distributed_group.cpp
    [DllImport(Library)] public static extern int engine_group_join(
        nint store, byte* prefix, int rank, int size, byte* networkInterface, byte* address, long timeout, nint* group);

    [DllImport(Library)] public static extern void engine_group_release(nint group);

    [DllImport(Library)] public static extern int engine_group_all_reduce(nint group, nint tensor, nint* work);

    [DllImport(Library)] public static extern int engine_group_broadcast(nint group, nint tensor, int root, nint* work);

    [DllImport(Library)] public static extern int engine_group_all_gather(nint group, nint input, nint* outputs, int count, nint* work);

    [DllImport(Library)] public static extern int engine_work_wait(nint work, long timeout);

    [DllImport(Library)] public static extern bool engine_work_is_done(nint work);

    [DllImport(Library)] public static extern void engine_work_release(nint work);

    // gradient_hook.cpp
    [DllImport(Library)] public static extern int engine_gradient_hook_add(
        nint tensor, delegate* unmanaged<void*, int> ready, void* context, nint* hook);

    [DllImport(Library)] public static extern void engine_gradient_hook_remove(nint hook);
}
