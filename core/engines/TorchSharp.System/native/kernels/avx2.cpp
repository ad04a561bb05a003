// The kernels for processors with AVX2 and FMA.
#if defined(__x86_64__)
#include "includes.h"

#pragma GCC target("avx2,fma")
#define KERNEL_LANES 8
#include "winograd.h"
#include "norm.h"
#include "transformer.h"

const kernels::Table kernels::kAvx2 = {
    convolve, filter_gradient, normalise, normalise_gradient, root_mean_square, root_mean_square_gradient,
    gate, gate_gradient, turn, softmax, softmax_gradient};
#endif
