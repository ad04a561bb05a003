// Backward passes, gradients, modes, and functions whose forward and backward are written in managed code.
#include "abi.h"

#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

#include <mutex>
#include <unordered_set>

using namespace engine;
using torch::autograd::variable_list;

namespace {

// Fills `outputs`, one owned tensor or null an edge; returns 0, or -1 with the message in engine_set_error.
using Backward = int (*)(void* context, void* const* gradients, int count, void** outputs, int capacity);
using Release = void (*)(void* context);

struct ManagedNode : torch::autograd::Node {
  Backward backward;
  Release release;
  void* context;
  std::string label;
  std::vector<torch::autograd::SavedVariable> saved;
  std::mutex saved_guard;

  ~ManagedNode() override { release(context); }

  std::string name() const override { return label; }

  void release_variables() override {
    std::lock_guard<std::mutex> lock(saved_guard);
    for (auto& variable : saved) variable.reset_data();
  }

  variable_list apply(variable_list&& gradients) override {
    std::vector<void*> given;
    for (auto& gradient : gradients) given.push_back(give(gradient));
    std::vector<void*> returned(num_outputs(), nullptr);
    int code = backward(context, given.data(), static_cast<int>(given.size()), returned.data(), static_cast<int>(returned.size()));
    variable_list outputs;
    for (auto* handle : returned)
      outputs.push_back(handle ? at::Tensor(c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim(static_cast<at::TensorImpl*>(handle)))
                               : at::Tensor());
    if (code != 0) throw std::runtime_error(last_error());
    return outputs;
  }
};

std::unordered_set<at::TensorImpl*> set_of(void* const* impls, int count) {
  std::unordered_set<at::TensorImpl*> set;
  for (int i = 0; i < count; ++i) set.insert(static_cast<at::TensorImpl*>(impls[i]));
  return set;
}

}  // namespace

ENTRY void engine_set_error(const char* message) { last_error() = message; }

ENTRY int engine_backward(void* const* tensors, void* const* gradients, int count, bool retain_graph, bool create_graph, void* const* inputs,
                          int input_count) {
  return guarded([&] {
    torch::autograd::backward(borrow_list(tensors, count), gradients ? borrow_list(gradients, count) : variable_list(), retain_graph,
                              create_graph, borrow_list(inputs, input_count));
  });
}

ENTRY int engine_grad(void* const* outputs, void* const* gradients, int count, void* const* inputs, int input_count, bool retain_graph,
                      bool create_graph, bool allow_unused, void** results) {
  return guarded([&] {
    auto grads = torch::autograd::grad(borrow_list(outputs, count), borrow_list(inputs, input_count),
                                       gradients ? borrow_list(gradients, count) : variable_list(), retain_graph, create_graph, allow_unused);
    for (size_t i = 0; i < grads.size(); ++i) results[i] = give(grads[i]);
  });
}

ENTRY bool engine_grad_enabled() { return at::GradMode::is_enabled(); }

ENTRY void engine_set_grad_enabled(bool enabled) { at::GradMode::set_enabled(enabled); }

ENTRY void* engine_inference_enter(bool enabled) { return new c10::InferenceMode(enabled); }

ENTRY void engine_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

ENTRY bool engine_inference_enabled() { return c10::InferenceMode::is_enabled(); }

ENTRY void engine_set_anomaly(bool enabled, bool check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled, check_nan); }

ENTRY bool engine_anomaly_enabled() { return torch::autograd::AnomalyMode::is_enabled(); }

ENTRY bool engine_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }

// A node in the graph for a managed function: connect the outputs that it computed without recording to the inputs that they came from.
ENTRY int engine_function_connect(const char* label, Backward backward, Release release, void* context, void* const* inputs, int input_count,
                                  void* const* outputs, int output_count, void* const* dirty, int dirty_count, void* const* constant,
                                  int constant_count, void* const* saved, int saved_count, void** results, void** node_handle) {
  return guarded([&] {
    auto input_list = borrow_list(inputs, input_count);
    auto output_list = borrow_list(outputs, output_count);
    bool differentiable = at::GradMode::is_enabled() && torch::autograd::any_variable_requires_grad(input_list);
    std::shared_ptr<ManagedNode> node(new ManagedNode, torch::autograd::deleteNode);
    node->backward = backward;
    node->release = release;
    node->context = context;
    node->label = label;
    if (differentiable) node->set_next_edges(torch::autograd::collect_next_edges(input_list));
    node->clear_input_metadata();

    std::vector<c10::optional<at::Tensor>> raw(output_list.begin(), output_list.end());
    auto wrapped = torch::autograd::_wrap_outputs(input_list, set_of(constant, constant_count), set_of(dirty, dirty_count), raw,
                                                  differentiable ? node : nullptr, {});
    if (differentiable) {
      for (auto& tensor : borrow_list(saved, saved_count)) {
        bool is_output = tensor.defined() && std::any_of(wrapped.begin(), wrapped.end(), [&](auto& output) { return output && output->is_same(tensor); });
        node->saved.emplace_back(tensor, is_output);
      }
    }
    for (int i = 0; i < output_count; ++i) results[i] = wrapped[i] ? give(*wrapped[i]) : nullptr;
    *node_handle = differentiable ? node.get() : nullptr;
  });
}

// Valid while the node runs its backward; each result is owned by the caller.
ENTRY int engine_function_saved(void* node_handle, void** results) {
  return guarded([&] {
    auto node = std::static_pointer_cast<ManagedNode>(static_cast<ManagedNode*>(node_handle)->shared_from_this());
    std::lock_guard<std::mutex> lock(node->saved_guard);
    for (size_t i = 0; i < node->saved.size(); ++i) results[i] = give(node->saved[i].unpack(node));
  });
}
