// Convolutions of volumes by 3 x 3 x 3 filters with fewer multiplications: Winograd's F(2 x 2, 3 x 3) in height and width (Lavin and Gray,
// arXiv 1509.09308), the three slices in time summed before the transformation back. It needs 16 products where 36 are direct.
#pragma once

#include <cstdint>

namespace winograd {

constexpr int64_t kSlices = 3;    // of a filter in time
constexpr int64_t kPlaces = 16;   // of a transformed patch, 4 x 4

// y[t] = sum over dt of filter[dt] * x[t + dt + shift]; frames before the first and after the last are zeros, as are pixels around each frame.
struct Shape {
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

// What one instruction set offers. Each frame's result does not depend on which other frames are computed with it.
struct Kernels {
  void (*convolve)(const Shape& shape, const float* x, const Filter& filter, const float* bias, float* y);
  // The gradient of the filter, [outputs, inputs, 3, 3, 3], of x and the gradient of y.
  void (*filter_gradient)(const Shape& shape, const float* x, const float* y, float* filter);
};

extern const Kernels kAvx2;
extern const Kernels kAvx512;

// The kernels for this processor, or null when it is too old for them.
const Kernels* kernels();

}  // namespace winograd
