// A key-value store that processes share over TCP: one of them, or the agent that started them, keeps it.
#include "distributed.h"

#include <c10/util/Flags.h>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include <cstdlib>

C10_DECLARE_int(caffe2_log_level);

using namespace engine;

namespace {

// What fails is an exception as well as a line of libtorch's log; the caller reports it once.
void silence_log() {
  constexpr int fatal = 3;
  if (std::getenv("TORCH_CPP_LOG_LEVEL") == nullptr && FLAGS_caffe2_log_level < fatal) FLAGS_caffe2_log_level = fatal;
}

c10d::Store& store_of(void* handle) { return **static_cast<StoreHandle*>(handle); }

}  // namespace

ENTRY int engine_store_open(const char* host, int port, bool serve, int64_t timeout_ms, void** result) {
  return guarded([&] {
    silence_log();
    c10d::TCPStoreOptions options;
    options.port = static_cast<uint16_t>(port);
    options.isServer = serve;
    options.waitWorkers = false;
    options.timeout = std::chrono::milliseconds(timeout_ms);
    *result = new StoreHandle(c10::make_intrusive<c10d::TCPStore>(host, options));
  });
}

ENTRY void engine_store_release(void* store) { delete static_cast<StoreHandle*>(store); }

ENTRY int engine_store_set_timeout(void* store, int64_t timeout_ms) {
  return guarded([&] { store_of(store).setTimeout(std::chrono::milliseconds(timeout_ms)); });
}

ENTRY int engine_store_set(void* store, const char* key, const uint8_t* data, int64_t count) {
  return guarded([&] { store_of(store).set(key, std::vector<uint8_t>(data, data + count)); });
}

// Waits for the key; the bytes are valid until the next call on this thread.
ENTRY int engine_store_get(void* store, const char* key, const uint8_t** data, int64_t* count) {
  return guarded([&] {
    static thread_local std::vector<uint8_t> value;
    value = store_of(store).get(key);
    *data = value.data();
    *count = static_cast<int64_t>(value.size());
  });
}

ENTRY int engine_store_has(void* store, const char* key, bool* present) {
  return guarded([&] { *present = store_of(store).check({key}); });
}

ENTRY int engine_store_add(void* store, const char* key, int64_t amount, int64_t* value) {
  return guarded([&] { *value = store_of(store).add(key, amount); });
}
