// Numbers in memory, of single precision or of half of its bits, as vectors.
#pragma once

#include "vectors.h"

namespace kernels {
namespace {

// Numbers in memory of single precision, or of half of its bits.
struct Single {
  using Type = float;
  static Vector read(const Type* from) { return load(from); }
  static void write(Type* to, Vector value) { store(to, value); }
};

struct Brief {
  using Type = uint16_t;
  static Vector read(const Type* from) {
    return reinterpret_cast<Vector>(__builtin_convertvector(*reinterpret_cast<const Halfwords*>(from), Integers) << 16);
  }
  static void write(Type* to, Vector value) {
    const Integers bits = reinterpret_cast<Integers>(value);
    const Integers nearest = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16;  // halves to the even one
    *reinterpret_cast<Halfwords*>(to) = __builtin_convertvector(value == value ? nearest : Integers{} + 0x7FC0, Halfwords);
  }
};

// Calls body(offset, count) for every vector of `size` numbers; the last may be shorter.
template <typename Body>
inline void by_vectors(int64_t size, Body body) {
  int64_t i = 0;
  for (; i + kLanes <= size; i += kLanes) body(i, kLanes);
  if (i < size) body(i, (size - i) & (kLanes - 1));  // the mask tells compilers that it is less
}

// A vector of which only the first `count` lanes are in memory; the others become `rest`.
template <typename Number>
inline Vector read(const typename Number::Type* from, int64_t count, float rest = 0) {
  if (count == kLanes) return Number::read(from);
  typename Number::Type values[kLanes] = {};
  std::memcpy(values, from, count * sizeof(values[0]));
  Vector result = Number::read(values);
  for (int64_t i = count; i < kLanes; ++i) result[i] = rest;
  return result;
}

template <typename Number>
inline void write(typename Number::Type* to, int64_t count, Vector value) {
  if (count == kLanes) return Number::write(to, value);
  typename Number::Type values[kLanes];
  Number::write(values, value);
  std::memcpy(to, values, count * sizeof(values[0]));
}

}  // namespace
}  // namespace kernels
