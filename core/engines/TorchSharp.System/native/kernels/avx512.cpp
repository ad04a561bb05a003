// The kernels for processors with AVX-512.
#if defined(__x86_64__)
#include "includes.h"

#pragma GCC target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma")
#define KERNEL_LANES 16
#include "winograd.h"
#include "norm.h"
#include "transformer.h"

const kernels::Table kernels::kAvx512 = {
    convolve, filter_gradient, normalise, normalise_gradient, root_mean_square, root_mean_square_gradient,
    gate, gate_gradient, turn, softmax, softmax_gradient};
#endif
