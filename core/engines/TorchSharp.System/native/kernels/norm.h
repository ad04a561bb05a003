// Group normalisation of frames with what follows it, in three passes over memory that is still in a cache.
#include "numbers.h"

namespace kernels {
namespace {

// One unit of statistics: a group of channels in one frame, or in all frames of a sample.
struct Group {
  int64_t sample, channel, channels, frame, frames;

  Group(const Normalisation& shape, int64_t index) : channels(shape.channels / shape.groups) {
    frames = shape.per_frame ? 1 : shape.frames;
    frame = shape.per_frame ? index % shape.frames : 0;
    const int64_t group = shape.per_frame ? index / shape.frames : index;
    sample = group / shape.groups;
    channel = group % shape.groups * channels;
  }

  // Calls body(plane, parameters): the positions of a channel's frame in frames and in gradients of parameters, and of its scale and shift.
  template <typename Body>
  void planes(const Normalisation& shape, Body body) const {
    for (int64_t c = channel; c < channel + channels; ++c)
      for (int64_t t = frame; t < frame + frames; ++t)
        body((sample * shape.channels + c) * shape.frames + t, sample * shape.batch_stride + c * shape.channel_stride + t * shape.frame_stride);
  }
};

template <typename Number>
void normalise_as(const Normalisation& shape, const typename Number::Type* x, typename Number::Type* y, float* means, float* deviations) {
  at::parallel_for(0, shape.statistics(), 1, [&](int64_t begin, int64_t end) {
    for (int64_t index = begin; index < end; ++index) {
      const Group group(shape, index);
      const double count = static_cast<double>(group.channels * group.frames * shape.size);
      double total = 0;
      group.planes(shape, [&](int64_t plane, int64_t) {
        Vector sums = {};
        by_vectors(shape.size, [&](int64_t i, int64_t some) { sums += read<Number>(x + plane * shape.size + i, some); });
        total += sum(sums);
      });
      const float mean = static_cast<float>(total / count);
      double squares = 0;
      group.planes(shape, [&](int64_t plane, int64_t) {
        Vector sums = {};
        by_vectors(shape.size, [&](int64_t i, int64_t some) {
          const Vector centred = read<Number>(x + plane * shape.size + i, some, mean) - mean;
          sums += centred * centred;
        });
        squares += sum(sums);
      });
      const float deviation = static_cast<float>(1 / std::sqrt(squares / count + shape.epsilon));
      means[index] = mean;
      deviations[index] = deviation;
      group.planes(shape, [&](int64_t plane, int64_t parameters) {
        const float scale = shape.scale[parameters] * deviation, shift = shape.shift[parameters];
        by_vectors(shape.size, [&](int64_t i, int64_t some) {
          Vector value = (read<Number>(x + plane * shape.size + i, some) - mean) * scale + shift;
          if (shape.silu) value /= 1.0f + exponential(-value);
          write<Number>(y + plane * shape.size + i, some, value);
        });
      });
    }
  });
}

template <typename Number>
void gradient_as(const Normalisation& shape, const typename Number::Type* x, const float* means, const float* deviations,
                 const typename Number::Type* dy, typename Number::Type* dx, float* scales, float* shifts) {
  at::parallel_for(0, shape.statistics(), 1, [&](int64_t begin, int64_t end) {
    // The gradients before the activation, kept from the first pass to the second.
    Buffer inner(shape.channels / shape.groups * (shape.per_frame ? 1 : shape.frames) * rounded(shape.size, kLanes));
    for (int64_t index = begin; index < end; ++index) {
      const Group group(shape, index);
      const float mean = means[index], deviation = deviations[index];
      double by_shift = 0, by_scale = 0;
      float* kept = inner.data;
      group.planes(shape, [&](int64_t plane, int64_t parameters) {
        const float scale = shape.scale[parameters], shift = shape.shift[parameters];
        Vector sums = {}, products = {};
        by_vectors(shape.size, [&](int64_t i, int64_t some) {
          const Vector normal = (read<Number>(x + plane * shape.size + i, some, mean) - mean) * deviation;
          Vector gradient = read<Number>(dy + plane * shape.size + i, some);
          if (shape.silu) {
            const Vector value = normal * scale + shift, sigmoid = 1.0f / (1.0f + exponential(-value));
            gradient *= sigmoid * (1.0f + value * (1.0f - sigmoid));
          }
          store(kept + i, gradient);
          sums += gradient;
          products += gradient * normal;
        });
        kept += rounded(shape.size, kLanes);
        shifts[plane] = sum(sums);
        scales[plane] = sum(products);
        by_shift += static_cast<double>(shifts[plane]) * scale;
        by_scale += static_cast<double>(scales[plane]) * scale;
      });
      const double count = static_cast<double>(group.channels * group.frames * shape.size);
      const float constant = static_cast<float>(by_shift / count), slope = static_cast<float>(by_scale / count);
      kept = inner.data;
      group.planes(shape, [&](int64_t plane, int64_t parameters) {
        const float scale = shape.scale[parameters];
        by_vectors(shape.size, [&](int64_t i, int64_t some) {
          const Vector normal = (read<Number>(x + plane * shape.size + i, some) - mean) * deviation;
          write<Number>(dx + plane * shape.size + i, some, (load(kept + i) * scale - constant - normal * slope) * deviation);
        });
        kept += rounded(shape.size, kLanes);
      });
    }
  });
}

void normalise(const Normalisation& shape, bool brief, const void* x, void* y, float* mean, float* deviation) {
  if (brief)
    normalise_as<Brief>(shape, static_cast<const uint16_t*>(x), static_cast<uint16_t*>(y), mean, deviation);
  else
    normalise_as<Single>(shape, static_cast<const float*>(x), static_cast<float*>(y), mean, deviation);
}

void normalise_gradient(const Normalisation& shape, bool brief, const void* x, const float* mean, const float* deviation, const void* dy, void* dx,
                        float* scale, float* shift) {
  if (brief)
    gradient_as<Brief>(shape, static_cast<const uint16_t*>(x), mean, deviation, static_cast<const uint16_t*>(dy), static_cast<uint16_t*>(dx), scale,
                       shift);
  else
    gradient_as<Single>(shape, static_cast<const float*>(x), mean, deviation, static_cast<const float*>(dy), static_cast<float*>(dx), scale, shift);
}

}  // namespace
}  // namespace kernels
