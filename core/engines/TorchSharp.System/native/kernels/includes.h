// What the kernels need of other headers. It is included before the instruction set is chosen: the linker may keep any file's copy of what is
// defined there, so none may need more than every processor has.
#pragma once

#include "kernels.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <utility>
#include <vector>
