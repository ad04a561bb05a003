// Ownership and metadata of tensors, and tensors over memory that somebody else owns.
#include "abi.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>
#include <torch/csrc/autograd/variable.h>

using namespace engine;

namespace {

// Mirrored by TorchSharp.Interop.TensorInfo.
struct TensorInfo {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t elements;
  int64_t storage_offset;
  int32_t dimensions;
  int8_t dtype;
  int8_t device_type;
  int8_t device_index;
  uint8_t flags;  // 1 requires grad, 2 leaf, 4 contiguous, 8 sparse, 16 quantized, 32 view of a conjugate, 64 has a grad function
};

at::TensorImpl* impl_of(void* handle) { return static_cast<at::TensorImpl*>(handle); }

}  // namespace

ENTRY void engine_tensor_release(void* handle) {
  c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim(impl_of(handle));
}

ENTRY void* engine_tensor_alias(void* handle) { return give(borrow(handle)); }

ENTRY int engine_tensor_info(void* handle, TensorInfo* info) {
  return guarded([&] {
    auto tensor = borrow(handle);
    auto* impl = tensor.unsafeGetTensorImpl();
    bool strided = tensor.layout() == c10::kStrided;
    *info = {impl->sizes().data(), strided ? impl->strides().data() : nullptr, impl->numel(), strided ? impl->storage_offset() : 0,
             static_cast<int32_t>(impl->dim()), static_cast<int8_t>(tensor.scalar_type()), static_cast<int8_t>(tensor.device().type()),
             tensor.device().index(), 0};
    info->flags = static_cast<uint8_t>((tensor.requires_grad() ? 1 : 0) | (tensor.is_leaf() ? 2 : 0) |
                                       (strided && tensor.is_contiguous() ? 4 : 0) | (tensor.is_sparse() ? 8 : 0) |
                                       (tensor.is_quantized() ? 16 : 0) | (tensor.is_conj() ? 32 : 0) | (tensor.grad_fn() ? 64 : 0));
  });
}

ENTRY void* engine_tensor_data(void* handle) {
  void* data = nullptr;
  guarded([&] { data = borrow(handle).data_ptr(); });
  return data;
}

ENTRY int engine_tensor_set_requires_grad(void* handle, bool value) {
  return guarded([&] { borrow(handle).set_requires_grad(value); });
}

ENTRY int engine_tensor_grad(void* handle, void** grad) {
  return guarded([&] { *grad = give(borrow(handle).grad()); });
}

ENTRY int engine_tensor_set_grad(void* handle, void* grad) {
  return guarded([&] {
    auto tensor = borrow(handle);
    auto value = borrow(grad);
    if (value.defined()) {
      TORCH_CHECK(value.sizes() == tensor.sizes(), "a grad of shape ", value.sizes(), " was assigned to a tensor of shape ", tensor.sizes());
      TORCH_CHECK(value.scalar_type() == tensor.scalar_type(), "a grad of type ", value.scalar_type(), " was assigned to a tensor of type ", tensor.scalar_type());
      TORCH_CHECK(value.device() == tensor.device(), "a grad on ", value.device(), " was assigned to a tensor on ", tensor.device());
    }
    tensor.mutable_grad() = value;
  });
}

// Replaces what `handle` points to, as torch's Tensor.data setter does: the tensor keeps its identity and its place in optimisers.
ENTRY int engine_tensor_set_data(void* handle, void* source) {
  return guarded([&] { borrow(handle).set_data(borrow(source)); });
}

ENTRY void* engine_tensor_from_blob(void* data, const int64_t* sizes, int dimensions, int8_t dtype, void (*release)(void*), void* context) {
  void* tensor = nullptr;
  guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    c10::IntArrayRef shape(sizes, dimensions);
    auto result = release ? at::from_blob(data, shape, [release, context](void*) { release(context); }, options) : at::from_blob(data, shape, options);
    tensor = give(std::move(result));
  });
  return tensor;
}
