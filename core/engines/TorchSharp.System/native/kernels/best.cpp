// Which kernels this processor can run.
#include "kernels.h"

namespace kernels {

const Table& best() {
#if defined(__x86_64__)
  static const Table& table = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
                                      __builtin_cpu_supports("avx512vl")
                                  ? kAvx512
                              : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? kAvx2
                                                                                                : kBaseline;
  return table;
#else
  return kBaseline;
#endif
}

bool has_fast_convolution() { return &best() != &kBaseline; }

}  // namespace kernels
