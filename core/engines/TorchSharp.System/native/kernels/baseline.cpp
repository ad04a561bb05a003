// The kernels for every processor.
#include "includes.h"

#define KERNEL_LANES 4
#include "winograd.h"
#include "norm.h"
#include "transformer.h"

const kernels::Table kernels::kBaseline = {
    convolve, filter_gradient, normalise, normalise_gradient, root_mean_square, root_mean_square_gradient,
    gate, gate_gradient, turn, softmax, softmax_gradient};
