// Vectors of KERNEL_LANES single-precision numbers.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace kernels {
namespace {

constexpr int64_t kLanes = KERNEL_LANES;

typedef float Vector __attribute__((vector_size(4 * KERNEL_LANES), aligned(4), may_alias));
typedef int32_t Integers __attribute__((vector_size(4 * KERNEL_LANES), aligned(4), may_alias));
typedef uint16_t Halfwords __attribute__((vector_size(2 * KERNEL_LANES), aligned(2), may_alias));
using Lanes = std::make_integer_sequence<int64_t, kLanes>;

inline Vector load(const float* from) { return *reinterpret_cast<const Vector*>(from); }
inline void store(float* to, Vector value) { *reinterpret_cast<Vector*>(to) = value; }

constexpr int64_t rounded(int64_t count, int64_t step) { return (count + step - 1) / step * step; }

// Memory that is not worth filling with zeros.
struct Buffer {
  explicit Buffer(int64_t count) : data(static_cast<float*>(std::aligned_alloc(64, rounded(count * 4 + 256, 64)))) {
    if (data == nullptr) throw std::bad_alloc();
  }
  ~Buffer() { std::free(data); }
  Buffer(const Buffer&) = delete;
  float* data;
};

// The first, or the second, halves of two vectors in turn.
template <int64_t... I>
Vector interleave(Vector a, Vector b, int64_t offset, std::integer_sequence<int64_t, I...>) {
  return offset == 0 ? __builtin_shuffle(a, b, Integers{static_cast<int32_t>(I / 2 + I % 2 * kLanes)...})
                     : __builtin_shuffle(a, b, Integers{static_cast<int32_t>(kLanes / 2 + I / 2 + I % 2 * kLanes)...});
}
inline Vector interleave_low(Vector a, Vector b) { return interleave(a, b, 0, Lanes()); }
inline Vector interleave_high(Vector a, Vector b) { return interleave(a, b, 1, Lanes()); }

inline void transpose(Vector rows[kLanes]) {
  for (int64_t step = 1; step < kLanes; step *= 2) {
    Vector next[kLanes];
    for (int64_t i = 0; i < kLanes / 2; ++i) {
      next[2 * i] = interleave_low(rows[i], rows[i + kLanes / 2]);
      next[2 * i + 1] = interleave_high(rows[i], rows[i + kLanes / 2]);
    }
    for (int64_t i = 0; i < kLanes; ++i) rows[i] = next[i];
  }
}

inline float sum(Vector values) {
  float total = 0;
  for (int64_t i = 0; i < kLanes; ++i) total += values[i];
  return total;
}

// e^x with an error of about one unit in the last place; the polynomial is that of Moshier's Cephes library.
inline Vector exponential(Vector x) {
  x = x < -87.0f ? Vector{} - 87.0f : x;
  x = x > 88.0f ? Vector{} + 88.0f : x;
  const Vector magic = Vector{} + 12582912.0f;  // 1.5 * 2^23: what is added to it is rounded to an integer in its last bits
  const Vector shifted = x * 1.44269504088896341f + magic;
  const Vector n = shifted - magic;
  const Vector r = x - n * 0.693359375f - n * -2.12194440e-4f;
  Vector p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  const Integers power = (reinterpret_cast<Integers>(shifted) - 0x4B400000 + 127) << 23;
  return p * reinterpret_cast<Vector>(power);
}

}  // namespace
}  // namespace kernels
