// What the native parts of distribution share.
#pragma once

#include "abi.h"

#include <torch/csrc/distributed/c10d/Store.hpp>

namespace engine {

// What a managed store's handle points to.
using StoreHandle = c10::intrusive_ptr<c10d::Store>;

}  // namespace engine
