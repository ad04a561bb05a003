// The operators of transformers between their matrix products, on the processor: root_mean_square and gated_silu have gradients; turn_heads, masked_softmax_
// and softmax_gradient_ are parts of functions that have their own.
#include "kernels.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

bool is_brief(const Tensor& tensor) { return tensor.scalar_type() == at::kBFloat16; }

kernels::Numbers numbers(const Tensor& tensor) { return {tensor.data_ptr(), is_brief(tensor)}; }

kernels::Rows rows_of(const Tensor& tensor) { return {tensor.numel() / tensor.size(-1), tensor.size(-1)}; }

at::ScalarType type_of(bool brief) { return brief ? at::kBFloat16 : at::kFloat; }

void check(const Tensor& tensor, const char* what) {
  TORCH_CHECK(tensor.is_cpu() && (tensor.scalar_type() == at::kFloat || is_brief(tensor)) && tensor.dim() > 0 && tensor.numel() > 0, what,
              " must be of single precision or bfloat16, found ", tensor.sizes(), " of ", tensor.scalar_type());
}

struct RootMeanSquare : torch::autograd::Function<RootMeanSquare> {
  static Tensor forward(AutogradContext* context, const Tensor& given, const Tensor& scale, double epsilon, bool brief) {
    const auto x = given.contiguous(), weight = scale.to(at::kFloat).contiguous();
    auto y = at::empty(x.sizes(), x.options().dtype(type_of(brief)));
    auto deviations = at::empty({rows_of(x).rows}, weight.options());
    kernels::best().root_mean_square(rows_of(x), static_cast<float>(epsilon), numbers(x), weight.data_ptr<float>(), numbers(y),
                                     deviations.data_ptr<float>());
    context->save_for_backward({x, weight, deviations});
    context->saved_data["type"] = scale.scalar_type();
    return y;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    TORCH_CHECK(!at::GradMode::is_enabled(), "root_mean_square has no second derivative.");
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1];
    const auto dy = gradients[0].contiguous();
    auto dx = at::empty_like(x);
    auto by_scale = at::empty({kernels::kParts, x.size(-1)}, weight.options());
    kernels::best().root_mean_square_gradient(rows_of(x), numbers(x), weight.data_ptr<float>(), saved[2].data_ptr<float>(), numbers(dy), numbers(dx),
                                              by_scale.data_ptr<float>());
    return {dx, by_scale.sum(0).to(context->saved_data["type"].toScalarType()), {}, {}};
  }
};

// x / sqrt(mean(x^2) + epsilon) * scale of each row of x, [..., width]; of bfloat16 where `brief`, else of single precision.
Tensor root_mean_square(const Tensor& x, const Tensor& scale, double epsilon, bool brief) {
  check(x, "x");
  check(scale, "the scale");
  TORCH_CHECK(scale.dim() == 1 && scale.size(0) == x.size(-1), "the scale needs ", x.size(-1), " numbers, found ", scale.sizes());
  return RootMeanSquare::apply(x, scale, epsilon, brief);
}

struct GatedSilu : torch::autograd::Function<GatedSilu> {
  static Tensor forward(AutogradContext* context, const Tensor& given_gate, const Tensor& given_up) {
    const auto gate = given_gate.contiguous(), up = given_up.contiguous();
    auto y = at::empty_like(gate);
    kernels::best().gate(gate.numel(), numbers(gate), numbers(up), numbers(y));
    context->save_for_backward({gate, up});
    return y;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    TORCH_CHECK(!at::GradMode::is_enabled(), "gated_silu has no second derivative.");
    const auto saved = context->get_saved_variables();
    const auto &gate = saved[0], &up = saved[1];
    const auto dy = gradients[0].to(gate.scalar_type()).contiguous();
    auto dgate = at::empty_like(gate), dup = at::empty_like(up);
    kernels::best().gate_gradient(gate.numel(), numbers(gate), numbers(up), numbers(dy), numbers(dgate), numbers(dup));
    return {dgate, dup};
  }
};

// silu(gate) * up.
Tensor gated_silu(const Tensor& gate, const Tensor& up) {
  check(gate, "the gate");
  TORCH_CHECK(up.is_cpu() && up.sizes() == gate.sizes() && up.scalar_type() == gate.scalar_type(), "the gate, ", gate.sizes(), " of ",
              gate.scalar_type(), ", and what it lets through, ", up.sizes(), " of ", up.scalar_type(), ", must be alike");
  return GatedSilu::apply(gate, up);
}

// Turns heads by the factors of their positions, [2, positions, width], and exchanges dimensions 1 and 2 of x, of which positions are one.
Tensor turn_heads(const Tensor& x, const Tensor& factors, int64_t positions, double direction, bool brief) {
  check(x, "heads");
  TORCH_CHECK(x.dim() == 4 && (positions == 1 || positions == 2) && x.size(3) % 2 == 0, "heads must have four dimensions and an even width, found ",
              x.sizes());
  TORCH_CHECK(factors.scalar_type() == at::kFloat && factors.is_contiguous() && factors.sizes() == at::IntArrayRef({2, x.size(positions), x.size(3)}),
              "factors of [2, ", x.size(positions), ", ", x.size(3), "] are needed, found ", factors.sizes());
  const auto from = x.stride(3) == 1 ? x : x.contiguous();
  auto y = at::empty({x.size(0), x.size(2), x.size(1), x.size(3)}, x.options().dtype(type_of(brief)));
  const auto heads = 3 - positions;
  kernels::best().turn({x.size(0), x.size(positions), x.size(heads), x.size(3),
                        {from.stride(0), from.stride(positions), from.stride(heads)},
                        {y.stride(0), y.stride(heads), y.stride(positions)},
                        factors.data_ptr<float>(), static_cast<float>(direction)},
                       numbers(from), numbers(y));
  return y;
}

// Softmax in place: of each `period` rows the i-th sees its first `first` + i + 1 numbers, or all of them, and the others become 0.
Tensor masked_softmax_(Tensor scores, int64_t period, int64_t first) {
  check(scores, "scores");
  TORCH_CHECK(scores.is_contiguous() && period > 0 && first >= 0, "scores must be contiguous, and periods positive");
  kernels::best().softmax(rows_of(scores), period, first, numbers(scores));
  return scores;
}

// (gradient - mean) * weights, in place: the gradient of softmax, of which the mean, [..., 1], is the sum of gradient * weights of a row.
Tensor softmax_gradient_(Tensor gradient, const Tensor& mean, const Tensor& weights) {
  check(gradient, "gradients");
  const auto means = mean.contiguous();
  TORCH_CHECK(gradient.is_contiguous() && weights.is_contiguous() && weights.sizes() == gradient.sizes() &&
                  weights.scalar_type() == gradient.scalar_type() && means.scalar_type() == at::kFloat && means.numel() == rows_of(gradient).rows,
              "gradients and weights must be alike and contiguous, with a single-precision mean a row");
  kernels::best().softmax_gradient(rows_of(gradient), means.data_ptr<float>(), numbers(weights), numbers(gradient));
  return gradient;
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(videopoet, library) {
  library.def("root_mean_square(Tensor x, Tensor scale, float epsilon, bool brief) -> Tensor", root_mean_square);
  library.def("gated_silu(Tensor gate, Tensor up) -> Tensor", gated_silu);
  library.def("turn_heads(Tensor x, Tensor factors, int positions, float direction, bool brief) -> Tensor", turn_heads);
  library.def("masked_softmax_(Tensor(a!) scores, int period, int first) -> Tensor(a!)", masked_softmax_);
  library.def("softmax_gradient_(Tensor(a!) gradient, Tensor mean, Tensor weights) -> Tensor(a!)", softmax_gradient_);
}
