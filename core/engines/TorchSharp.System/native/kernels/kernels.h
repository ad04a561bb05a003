// Computations that libtorch has no fast operator for, as pointers to one instruction set's code. Tensors are contiguous.
#pragma once

#include <cstdint>

namespace kernels {

// A convolution of volumes by 3 x 3 x 3 filters: y[t] = sum over dt of filter[dt] * x[t + dt + shift]. Frames before the first and after the
// last are zeros, as are pixels around each frame. x is [batch, inputs, frames_in, height, width], y [batch, outputs, frames_out, height, width].
struct Convolution {
  int64_t batch, inputs, outputs;
  int64_t frames_in, frames_out, height, width;
  int64_t shift;
};

// How a filter lies in memory: the strides of its outputs and inputs; nine numbers a slice in time, three slices in a row. A turned filter is
// read backwards in time, height and width, which is what gradients of inputs need.
struct Filter {
  const float* data;
  int64_t output_stride, input_stride;
  bool turned;
};

// Group normalisation of frames, [batch, channels, frames, size], and an activation: silu(x^ scale + shift), or without silu.
struct Normalisation {
  int64_t batch, channels, frames, size, groups;
  bool per_frame;  // statistics of each frame, or of all of a sample
  bool silu;
  float epsilon;
  // Scale and shift of a channel, by strides that may be 0.
  const float *scale, *shift;
  int64_t batch_stride, channel_stride, frame_stride;

  int64_t statistics() const { return batch * groups * (per_frame ? frames : 1); }
};

// Numbers of single precision or, where `brief`, bfloat16.
struct Numbers {
  void* data;
  bool brief;
};

struct Rows {
  int64_t rows, width;
};

// Heads, [batch, positions, heads, width] by these strides, that turn by the factors of their positions, [2, positions, width].
struct Turn {
  int64_t batch, positions, heads, width;
  int64_t from[3], to[3];
  const float* factors;
  float direction;
};

// The sums over rows that make the gradient of a root-mean-square norm's scale, [kParts, width].
constexpr int64_t kParts = 16;

// A frame's result does not depend, to the bit, on which other frames are computed with it, save by statistics of all of a sample.
struct Table {
  void (*convolve)(const Convolution& shape, const float* x, const Filter& filter, const float* bias, float* y);
  // The gradient of the filter, [outputs, inputs, 3, 3, 3], of x and the gradient of y.
  void (*filter_gradient)(const Convolution& shape, const float* x, const float* y, float* filter);
  // Frames are of single precision or, where `brief`, bfloat16. mean and deviation (its reciprocal) are [statistics].
  void (*normalise)(const Normalisation& shape, bool brief, const void* x, void* y, float* mean, float* deviation);
  // The gradients of x, and of scale and shift for every frame, [batch, channels, frames].
  void (*normalise_gradient)(const Normalisation& shape, bool brief, const void* x, const float* mean, const float* deviation, const void* dy,
                             void* dx, float* scale, float* shift);
  // y = x / sqrt(mean(x^2) + epsilon) * scale of each row; deviations are the reciprocal roots, [rows].
  void (*root_mean_square)(const Rows& shape, float epsilon, const Numbers& x, const float* scale, const Numbers& y, float* deviations);
  void (*root_mean_square_gradient)(const Rows& shape, const Numbers& x, const float* scale, const float* deviations, const Numbers& dy,
                                    const Numbers& dx, float* by_scale);
  // y = silu(gate) * up, of one type.
  void (*gate)(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& y);
  void (*gate_gradient)(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& dy, const Numbers& dgate, const Numbers& dup);
  // y = x * cosines + (x with its halves exchanged) * signed sines * direction.
  void (*turn)(const Turn& shape, const Numbers& x, const Numbers& y);
  // In place; row i sees the first min(width, first + i % period + 1) numbers, and the others become 0.
  void (*softmax)(const Rows& shape, int64_t period, int64_t first, const Numbers& scores);
  // gradient = (gradient - mean of the row) * weights, in place.
  void (*softmax_gradient)(const Rows& shape, const float* means, const Numbers& weights, const Numbers& gradient);
};

extern const Table kBaseline, kAvx2, kAvx512;

// What this processor can run, and whether its convolution is worth it.
const Table& best();
bool has_fast_convolution();

}  // namespace kernels
