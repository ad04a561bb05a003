// Counts the bytes of CPU tensors, and keeps large freed blocks for reuse: a training step asks for the same sizes again and again, and
// fresh pages from the kernel cost more than the arithmetic of many operators.
#include "abi.h"

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>

#include <malloc.h>

#include <atomic>
#include <map>
#include <mutex>
#include <unordered_map>

namespace {

// Mirrored by TorchSharp.Interop.MemoryInfo.
struct MemoryInfo {
  int64_t allocated;  // bytes in living tensors
  int64_t peak;
  int64_t cached;       // bytes kept for reuse
  int64_t allocations;  // blocks handed out since the process began
};

constexpr size_t kSmallest = size_t{1} << 18;  // smaller blocks are malloc's business

// Blocks of at least kSmallest bytes are kept by exact (rounded) size; smaller ones are malloc's business.
class CachingAllocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(size_t bytes) const override {
    void* address = bytes == 0 ? nullptr : const_cast<CachingAllocator*>(this)->take(bytes);
    return {address, address, &give_back, c10::Device(c10::DeviceType::CPU)};
  }

  c10::DeleterFnPtr raw_deleter() const override { return &give_back; }

  MemoryInfo info() {
    std::lock_guard<std::mutex> lock(guard_);
    return {allocated_, peak_, static_cast<int64_t>(cached_), allocations_};
  }

  void reset_peak() { peak_ = allocated_.load(); }

  void set_limit(size_t bytes) {
    std::lock_guard<std::mutex> lock(guard_);
    limit_ = bytes;
    shrink_to(bytes);
  }

 private:
  static void give_back(void* address);

  // Eight steps an octave: at most an eighth of a block is unused, and nearly equal sizes share blocks.
  static size_t rounded(size_t bytes) {
    size_t step = std::max<size_t>(4096, size_t{1} << (60 - __builtin_clzll(bytes)));
    return (bytes + step - 1) / step * step;
  }

  void count(int64_t bytes) {
    int64_t now = allocated_ += bytes;
    int64_t before = peak_;
    while (now > before && !peak_.compare_exchange_weak(before, now)) {
    }
  }

  void* take(size_t bytes) {
    ++allocations_;
    if (bytes < kSmallest) {
      void* address = c10::alloc_cpu(bytes);
      count(static_cast<int64_t>(malloc_usable_size(address)));
      return address;
    }
    size_t size = rounded(bytes);
    void* address = take_cached(size);
    if (address == nullptr) {
      address = c10::alloc_cpu(size);
      std::lock_guard<std::mutex> lock(guard_);
      living_.emplace(address, size);
    }
    count(static_cast<int64_t>(size));
    return address;
  }

  void* take_cached(size_t size) {
    std::lock_guard<std::mutex> lock(guard_);
    auto block = free_.find(size);
    if (block == free_.end()) return nullptr;
    void* address = block->second;
    free_.erase(block);
    cached_ -= size;
    living_.emplace(address, size);
    return address;
  }

  void put_back(void* address) {
    size_t usable = malloc_usable_size(address);
    if (usable >= kSmallest) {
      std::lock_guard<std::mutex> lock(guard_);
      auto block = living_.find(address);
      if (block != living_.end()) {
        size_t size = block->second;
        living_.erase(block);
        allocated_ -= static_cast<int64_t>(size);
        if (size > limit_) return c10::free_cpu(address);
        shrink_to(limit_ - size);
        free_.emplace(size, address);
        cached_ += size;
        return;
      }
    }
    allocated_ -= static_cast<int64_t>(usable);
    c10::free_cpu(address);
  }

  void shrink_to(size_t bytes) {
    while (cached_ > bytes) {
      auto largest = std::prev(free_.end());
      cached_ -= largest->first;
      c10::free_cpu(largest->second);
      free_.erase(largest);
    }
  }

  std::mutex guard_;
  std::unordered_map<void*, size_t> living_;  // large blocks: address -> bytes
  std::multimap<size_t, void*> free_;         // bytes -> address
  size_t cached_ = 0;
  size_t limit_ = size_t{1} << 30;
  std::atomic<int64_t> allocated_{0}, peak_{0}, allocations_{0};
};

// Never destroyed: tensors may outlive every static object.
CachingAllocator& allocator() {
  static auto* instance = new CachingAllocator;
  return *instance;
}

void CachingAllocator::give_back(void* address) {
  if (address != nullptr) allocator().put_back(address);
}

}  // namespace

ENTRY void engine_memory_install() { c10::SetCPUAllocator(&allocator(), 1); }

ENTRY void engine_memory_info(MemoryInfo* info) { *info = allocator().info(); }

ENTRY void engine_memory_reset_peak() { allocator().reset_peak(); }

ENTRY void engine_memory_set_cache_limit(int64_t bytes) { allocator().set_limit(static_cast<size_t>(bytes)); }
