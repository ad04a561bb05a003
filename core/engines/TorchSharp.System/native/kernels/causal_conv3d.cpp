// The operator videopoet::causal_conv3d: convolutions of volumes by 3 x 3 x 3 filters that look back in time, with gradients.
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

constexpr int64_t kPast = 2;  // frames that a filter sees before the present one

kernels::Convolution shape_of(const Tensor& input, const Tensor& weight, int64_t past) {
  return {input.size(0), input.size(1), weight.size(0), input.size(2), input.size(2) + past - kPast, input.size(3), input.size(4), -past};
}

// `bias` is empty where there is none.
Tensor convolve(const Tensor& input, const Tensor& weight, const Tensor& bias, int64_t past) {
  const auto shape = shape_of(input, weight, past);
  const auto x = input.contiguous(), w = weight.contiguous(), b = bias.contiguous();
  auto y = at::empty({shape.batch, shape.outputs, shape.frames_out, shape.height, shape.width}, x.options());
  kernels::best().convolve(shape, x.data_ptr<float>(), {w.data_ptr<float>(), 27 * shape.inputs, 27, false},
                                b.numel() > 0 ? b.data_ptr<float>() : nullptr, y.data_ptr<float>());
  return y;
}

// The same by libtorch's own operators.
Tensor direct(const Tensor& input, const Tensor& weight, const c10::optional<Tensor>& bias, int64_t past) {
  // A first frame alone meets only zeros in the earlier slices of the filter.
  if (past == kPast && input.size(2) == 1) return at::conv3d(input, weight.narrow(2, kPast, 1), bias, 1, at::IntArrayRef({0, 1, 1}));
  return at::conv3d(past == 0 ? input : at::constant_pad_nd(input, {0, 0, 0, 0, past, 0}), weight, bias, 1, at::IntArrayRef({0, 1, 1}));
}

Tensor input_gradient(const Tensor& gradient, const Tensor& input, const Tensor& weight, int64_t past) {
  auto shape = shape_of(input, weight, past);
  std::swap(shape.inputs, shape.outputs);
  std::swap(shape.frames_in, shape.frames_out);
  shape.shift = past - kPast;
  const auto w = weight.contiguous();
  auto result = at::empty_like(input, at::MemoryFormat::Contiguous);
  kernels::best().convolve(shape, gradient.data_ptr<float>(), {w.data_ptr<float>(), 27, 27 * weight.size(1), true}, nullptr,
                                result.data_ptr<float>());
  return result;
}

Tensor weight_gradient(const Tensor& gradient, const Tensor& input, const Tensor& weight, int64_t past) {
  const auto x = input.contiguous();
  auto result = at::empty(weight.sizes(), weight.options());
  kernels::best().filter_gradient(shape_of(x, weight, past), x.data_ptr<float>(), gradient.data_ptr<float>(), result.data_ptr<float>());
  return result;
}

struct CausalConvolution : torch::autograd::Function<CausalConvolution> {
  static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& weight, const Tensor& bias, int64_t past) {
    context->save_for_backward({input, weight});
    context->saved_data["past"] = past;
    return convolve(input, weight, bias, past);
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &input = saved[0], &weight = saved[1];
    const int64_t past = context->saved_data["past"].toInt();
    TORCH_CHECK(!at::GradMode::is_enabled(), "causal_conv3d has no second derivative.");
    const auto gradient = gradients[0].contiguous();
    variable_list results(4);
    if (context->needs_input_grad(0)) results[0] = input_gradient(gradient, input, weight, past);
    if (context->needs_input_grad(1)) results[1] = weight_gradient(gradient, input, weight, past);
    if (context->needs_input_grad(2)) results[2] = gradient.sum({0, 2, 3, 4});
    return results;
  }
};

// Whether a tensor is of the kind that the kernels are for. Then a frame's numbers do not depend, to the bit, on which are computed with it.
bool keeps_frames_apart(const Tensor& tensor) {
  return tensor.is_cpu() && tensor.scalar_type() == at::kFloat && tensor.layout() == at::kStrided && kernels::has_fast_convolution() &&
         !at::autocast::is_cpu_enabled();
}

// Frames, [batch, inputs, frames, height, width], convolved by [outputs, inputs, 3, 3, 3] with a pixel of zeros around each frame and `past`
// frames of zeros, 0 to 2, before the first.
Tensor causal_conv3d(const Tensor& input, const Tensor& weight, const c10::optional<Tensor>& bias, int64_t past) {
  TORCH_CHECK(input.dim() == 5 && weight.dim() == 5 && weight.size(1) == input.size(1) && weight.size(2) == 3 && weight.size(3) == 3 &&
                  weight.size(4) == 3 && past >= 0 && past <= kPast && input.size(2) + past > kPast,
              "causal_conv3d needs [batch, inputs, frames, height, width] and [outputs, inputs, 3, 3, 3], found ", input.sizes(), " and ",
              weight.sizes(), " with ", past, " frames before the first.");
  if (input.numel() == 0 || !keeps_frames_apart(input) || !keeps_frames_apart(weight)) return direct(input, weight, bias, past);
  return CausalConvolution::apply(input, weight, bias.has_value() ? *bias : at::empty({0}, weight.options()), past);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(videopoet, library) {
  library.def("causal_conv3d(Tensor input, Tensor weight, Tensor? bias, int past) -> Tensor", causal_conv3d);
  library.def("keeps_frames_apart(Tensor tensor) -> bool", keeps_frames_apart);
}
