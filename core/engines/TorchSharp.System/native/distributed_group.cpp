// Collectives of processes over Gloo: each call begins one, and its work is waited for.
#include "distributed.h"

#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

using namespace engine;

namespace {

using GroupHandle = c10::intrusive_ptr<c10d::ProcessGroup>;
using WorkHandle = c10::intrusive_ptr<c10d::Work>;

c10d::ProcessGroup& group_of(void* handle) { return **static_cast<GroupHandle*>(handle); }

void* give_work(WorkHandle work) { return new WorkHandle(std::move(work)); }

}  // namespace

// `interface` names a network interface, or is null; `address` is one of this machine's own.
ENTRY int engine_group_join(void* store, const char* prefix, int rank, int size, const char* interface, const char* address, int64_t timeout_ms,
                            void** result) {
  return guarded([&] {
    auto options = c10d::ProcessGroupGloo::Options::create(std::chrono::milliseconds(timeout_ms));
    options->devices.push_back(interface ? c10d::ProcessGroupGloo::createDeviceForInterface(interface)
                                         : c10d::ProcessGroupGloo::createDeviceForHostname(address));
    auto own = c10::make_intrusive<c10d::PrefixStore>(prefix, *static_cast<StoreHandle*>(store));
    *result = new GroupHandle(c10::make_intrusive<c10d::ProcessGroupGloo>(own, rank, size, options));
  });
}

// Waits for every work that was begun.
ENTRY void engine_group_release(void* group) { delete static_cast<GroupHandle*>(group); }

// Sums in place.
ENTRY int engine_group_all_reduce(void* group, void* tensor, void** work) {
  return guarded([&] {
    std::vector<at::Tensor> tensors{borrow(tensor)};
    *work = give_work(group_of(group).allreduce(tensors));
  });
}

ENTRY int engine_group_broadcast(void* group, void* tensor, int root, void** work) {
  return guarded([&] {
    std::vector<at::Tensor> tensors{borrow(tensor)};
    c10d::BroadcastOptions options;
    options.rootRank = root;
    *work = give_work(group_of(group).broadcast(tensors, options));
  });
}

ENTRY int engine_group_all_gather(void* group, void* input, void* const* outputs, int count, void** work) {
  return guarded([&] {
    std::vector<std::vector<at::Tensor>> results{borrow_list(outputs, count)};
    std::vector<at::Tensor> tensors{borrow(input)};
    *work = give_work(group_of(group).allgather(results, tensors));
  });
}

// 1 when the work is done, 0 when the time is up before.
ENTRY int engine_work_wait(void* handle, int64_t timeout_ms) {
  auto& work = **static_cast<WorkHandle*>(handle);
  int done = 0;
  int code = guarded([&] {
    try {
      work.wait(std::chrono::milliseconds(timeout_ms));
      done = 1;
    } catch (...) {
      // The end of the time is an exception too. A work that is complete says whether it failed, also one that completed just now.
      if (!work.isCompleted()) return;
      work.wait(std::chrono::milliseconds(timeout_ms));
      done = 1;
    }
  });
  return code != 0 ? code : done;
}

ENTRY bool engine_work_is_done(void* handle) { return (*static_cast<WorkHandle*>(handle))->isCompleted(); }

ENTRY void engine_work_release(void* handle) { delete static_cast<WorkHandle*>(handle); }
