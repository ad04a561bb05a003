// State of the process and of the thread: versions, threads, random generators, autocast.
#include "abi.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/autocast_mode.h>
#include <torch/version.h>

using namespace engine;

ENTRY const char* engine_torch_version() { return TORCH_VERSION; }

ENTRY const char* engine_torch_configuration() {
  static const std::string text = at::show_config() + at::get_parallel_info();
  return text.c_str();
}

ENTRY bool engine_has_cuda() { return at::hasCUDA(); }

ENTRY int engine_threads() { return at::get_num_threads(); }

ENTRY int engine_set_threads(int count) {
  return guarded([&] { at::set_num_threads(count); });
}

ENTRY int engine_interop_threads() { return at::get_num_interop_threads(); }

ENTRY int engine_set_interop_threads(int count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

ENTRY void engine_set_deterministic(bool enabled, bool warn_only) { at::globalContext().setDeterministicAlgorithms(enabled, warn_only); }

ENTRY bool engine_deterministic() { return at::globalContext().deterministicAlgorithms(); }

ENTRY void* engine_generator_new(int8_t device_type, int8_t device_index, uint64_t seed) {
  void* generator = nullptr;
  guarded([&] {
    TORCH_CHECK(device_type == static_cast<int8_t>(c10::DeviceType::CPU), "this libtorch has generators for the CPU only");
    generator = new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed));
  });
  return generator;
}

ENTRY void* engine_generator_default() {
  static at::Generator generator = at::globalContext().defaultGenerator(c10::Device(c10::kCPU));
  return &generator;
}

ENTRY void engine_generator_release(void* generator) { delete static_cast<at::Generator*>(generator); }

ENTRY uint64_t engine_generator_seed(void* generator) { return static_cast<at::Generator*>(generator)->current_seed(); }

// Draws a seed that cannot be foreseen.
ENTRY uint64_t engine_generator_reseed(void* generator) { return static_cast<at::Generator*>(generator)->seed(); }

ENTRY void engine_generator_set_seed(void* generator, uint64_t seed) { static_cast<at::Generator*>(generator)->set_current_seed(seed); }

ENTRY int engine_generator_state(void* generator, void** state) {
  return guarded([&] { *state = give(static_cast<at::Generator*>(generator)->get_state()); });
}

ENTRY int engine_generator_set_state(void* generator, void* state) {
  return guarded([&] { static_cast<at::Generator*>(generator)->set_state(borrow(state)); });
}

ENTRY bool engine_autocast_enabled(bool cuda) { return cuda ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled(); }

ENTRY int8_t engine_autocast_dtype(bool cuda) {
  return static_cast<int8_t>(cuda ? at::autocast::get_autocast_gpu_dtype() : at::autocast::get_autocast_cpu_dtype());
}

ENTRY void engine_autocast_set(bool cuda, bool enabled, int8_t dtype) {
  if (cuda) {
    at::autocast::set_autocast_gpu_dtype(static_cast<at::ScalarType>(dtype));
    at::autocast::set_enabled(enabled);
  } else {
    at::autocast::set_autocast_cpu_dtype(static_cast<at::ScalarType>(dtype));
    at::autocast::set_cpu_enabled(enabled);
  }
}

// Nested regions share one cache of converted weights; the outermost one drops it.
ENTRY void engine_autocast_nest() { at::autocast::increment_nesting(); }

ENTRY void engine_autocast_unnest() {
  if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
}
