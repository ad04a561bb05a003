// The operator videopoet::frame_norm: group normalisation of frames with what follows it, with gradients.
#include "kernels.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

struct Options {
  int64_t groups;
  double epsilon;
  bool per_frame, silu;
};

// Scale and shift, [1 or batch, channels, 1 or frames], have the same strides.
kernels::Normalisation shape_of(const Tensor& frames, const Tensor& scale, const Tensor& shift, const Options& options) {
  const auto stride = [&](int64_t dimension) { return scale.size(dimension) == 1 ? 0 : scale.stride(dimension); };
  return {frames.size(0),
          frames.size(1),
          frames.size(2),
          frames.size(3) * frames.size(4),
          options.groups,
          options.per_frame,
          options.silu,
          static_cast<float>(options.epsilon),
          scale.data_ptr<float>(),
          shift.data_ptr<float>(),
          stride(0),
          stride(1),
          stride(2)};
}

bool is_brief(const Tensor& frames) { return frames.scalar_type() == at::kBFloat16; }

struct FrameNorm : torch::autograd::Function<FrameNorm> {
  static Tensor forward(AutogradContext* context, const Tensor& given, const Tensor& scale, const Tensor& shift, int64_t groups, double epsilon,
                        bool per_frame, bool silu) {
    const auto frames = given.contiguous();
    const auto shape = shape_of(frames, scale, shift, {groups, epsilon, per_frame, silu});
    auto result = at::empty(frames.sizes(), frames.options());
    auto statistics = at::empty({2, shape.statistics()}, scale.options());
    auto* mean = statistics.data_ptr<float>();
    kernels::best().normalise(shape, is_brief(frames), frames.data_ptr(), result.data_ptr(), mean, mean + shape.statistics());
    context->save_for_backward({frames, scale, shift, statistics});
    context->saved_data["groups"] = groups;
    context->saved_data["epsilon"] = epsilon;
    context->saved_data["per_frame"] = per_frame;
    context->saved_data["silu"] = silu;
    return result;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    TORCH_CHECK(!at::GradMode::is_enabled(), "frame_norm has no second derivative.");
    const auto saved = context->get_saved_variables();
    const auto &frames = saved[0], &scale = saved[1], &shift = saved[2], &statistics = saved[3];
    auto& data = context->saved_data;
    const auto shape = shape_of(frames, scale, shift,
                                {data["groups"].toInt(), data["epsilon"].toDouble(), data["per_frame"].toBool(), data["silu"].toBool()});
    const auto gradient = gradients[0].to(frames.scalar_type()).contiguous();
    auto result = at::empty(frames.sizes(), frames.options());
    auto by_scale = at::empty({shape.batch, shape.channels, shape.frames}, scale.options()), by_shift = at::empty_like(by_scale);
    const auto* mean = statistics.data_ptr<float>();
    kernels::best().normalise_gradient(shape, is_brief(frames), frames.data_ptr(), mean, mean + shape.statistics(), gradient.data_ptr(),
                                       result.data_ptr(), by_scale.data_ptr<float>(), by_shift.data_ptr<float>());
    return {result, by_scale.sum_to_size(scale.sizes()), by_shift.sum_to_size(scale.sizes()), {}, {}, {}, {}};
  }
};

// silu(x^ scale + shift), or without silu: x^ are frames, [batch, channels, frames, height, width], whose groups of channels have been brought to
// mean 0 and variance 1, by statistics of each frame or of each sample. Scale and shift are [1 or batch, channels, 1 or frames].
Tensor frame_norm(const Tensor& frames, const Tensor& scale, const Tensor& shift, int64_t groups, double epsilon, bool per_frame, bool silu) {
  TORCH_CHECK(frames.dim() == 5 && frames.numel() > 0 && frames.is_cpu() && (frames.scalar_type() == at::kFloat || is_brief(frames)),
              "frame_norm needs frames, [batch, channels, frames, height, width], of single precision or bfloat16, found ", frames.sizes(), " of ",
              frames.scalar_type());
  TORCH_CHECK(groups > 0 && frames.size(1) % groups == 0, frames.size(1), " channels are not ", groups, " equal groups");
  const auto fits = [&](int64_t dimension, int64_t size) { return size == frames.size(dimension) || (size == 1 && dimension != 1); };
  for (const auto& values : {scale, shift})
    TORCH_CHECK(values.dim() == 3 && fits(0, values.size(0)) && fits(1, values.size(1)) && fits(2, values.size(2)) &&
                    values.sizes() == scale.sizes(),
                "frame_norm needs scale and shift of [1 or batch, channels, 1 or frames], found ", scale.sizes(), " and ", shift.sizes());
  const auto plain = [](const Tensor& values) { return values.to(at::kFloat).contiguous(); };
  return FrameNorm::apply(frames, plain(scale), plain(shift), groups, epsilon, per_frame, silu);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(videopoet, library) {
  library.def("frame_norm(Tensor frames, Tensor scale, Tensor shift, int groups, float epsilon, bool per_frame, bool silu) -> Tensor", frame_norm);
}
