// The kernels for every processor.
#include "includes.h"

#define KERNEL_LANES 4
#include "winograd.h"
#include "norm.h"

const kernels::Table kernels::kBaseline = {convolve, filter_gradient, normalise, normalise_gradient};
