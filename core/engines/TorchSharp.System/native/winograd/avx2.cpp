// The kernels for processors with AVX2 and FMA.
#if defined(__x86_64__)
#include "includes.h"

#pragma GCC target("avx2,fma")
#define WINOGRAD_LANES 8
#include "kernels.h"

const winograd::Kernels winograd::kAvx2 = {convolve, filter_gradient};
#endif
