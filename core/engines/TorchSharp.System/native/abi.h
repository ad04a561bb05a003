// What crosses the border between the managed engine and libtorch: one 16-byte value, an error slot, and tensor ownership.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#define ENTRY extern "C" __attribute__((visibility("default")))

namespace engine {

// Mirrored by TorchSharp.Interop.ValueKind; the order is part of the contract.
enum class Kind : int32_t {
  Default = 0,  // use the schema's default value
  None,
  Tensor,
  Int,
  Double,
  Bool,
  Ints,
  Doubles,
  Bools,
  Tensors,
  Text,
  Device,
  Generator,
};

struct Value {
  Kind kind;
  int32_t count;  // length of a list, or the device type
  union {
    int64_t integer;  // also bool and device index
    double real;
    void* pointer;  // raw TensorImpl*, at::Generator*, or the first element of a list
  };
};
static_assert(sizeof(Value) == 16);

// The message of the last failure on this thread.
std::string& last_error();

// Keeps the elements of a returned list alive until the next call on this thread.
std::vector<Value>& list_storage();

inline at::Tensor borrow(void* impl) {
  if (impl == nullptr) return {};
  return at::Tensor(c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim_copy(static_cast<at::TensorImpl*>(impl)));
}

inline void* give(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

inline Value value_of(at::Tensor tensor) {
  Value value{tensor.defined() ? Kind::Tensor : Kind::None, 0, {}};
  value.pointer = give(std::move(tensor));
  return value;
}

std::vector<at::Tensor> borrow_list(void* const* impls, int64_t count);
Value value_of(const std::vector<at::Tensor>& tensors);

// An argument of the wrong kind, and a missing one: the managed side raises ArgumentException and ArgumentNullException.
struct bad_argument : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};
struct null_argument : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

// Stores the message of the exception that is being handled and returns its code: -1 libtorch's own, -2 bad and -3 null argument.
int remember_current_exception();

// Runs `body`, turns every C++ exception into an error code and a message.
template <typename Body>
int guarded(Body body) {
  try {
    body();
    return 0;
  } catch (...) {
    return remember_current_exception();
  }
}

}  // namespace engine
