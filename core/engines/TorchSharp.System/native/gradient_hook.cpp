// Tells when a backward pass has added to the gradient of a tensor.
#include "abi.h"

#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/utils/lambda_post_hook.h>
#include <torch/csrc/autograd/variable.h>

using namespace engine;

namespace {

// The accumulator is kept: a tensor only refers to it weakly, and a new one would have no hook.
struct GradientHook {
  std::shared_ptr<torch::autograd::Node> accumulator;
  uintptr_t key;
};

}  // namespace

// `ready` is called on the thread of the backward pass and returns 0, or -1 with the message in engine_set_error, which ends the pass; `context` is the
// caller's to free once the hook is removed.
ENTRY int engine_gradient_hook_add(void* tensor, int (*ready)(void* context), void* context, void** hook) {
  return guarded([&] {
    auto accumulator = torch::autograd::impl::grad_accumulator(borrow(tensor));
    TORCH_CHECK(accumulator, "the tensor needs no gradient");
    auto key = accumulator->add_post_hook(std::make_unique<torch::autograd::utils::LambdaPostHook>(
        [ready, context](const torch::autograd::variable_list& outputs, const torch::autograd::variable_list&) {
          if (ready(context) != 0) throw std::runtime_error(last_error());
          return outputs;
        }));
    *hook = new GradientHook{std::move(accumulator), key};
  });
}

ENTRY void engine_gradient_hook_remove(void* handle) {
  auto* hook = static_cast<GradientHook*>(handle);
  hook->accumulator->del_post_hook(hook->key);
  delete hook;
}
