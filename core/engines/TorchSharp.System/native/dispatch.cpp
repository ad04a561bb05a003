// Calls any ATen operator by schema name through the dispatcher, so that autograd and autocast work without per-operator code.
#include "abi.h"

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

using namespace engine;
using c10::IValue;
using c10::TypeKind;

namespace engine {

std::string& last_error() {
  static thread_local std::string message;
  return message;
}

std::vector<Value>& list_storage() {
  static thread_local std::vector<Value> values;
  return values;
}

int remember_current_exception() {
  try {
    throw;
  } catch (const null_argument& error) {
    last_error() = error.what();
    return -3;
  } catch (const bad_argument& error) {
    last_error() = error.what();
    return -2;
  } catch (const c10::Error& error) {
    last_error() = error.what_without_backtrace();
  } catch (const std::exception& error) {
    last_error() = error.what();
  } catch (...) {
    last_error() = "an exception of unknown type";
  }
  return -1;
}

std::vector<at::Tensor> borrow_list(void* const* impls, int64_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int64_t i = 0; i < count; ++i) tensors.push_back(borrow(impls[i]));
  return tensors;
}

Value value_of(const std::vector<at::Tensor>& tensors) {
  auto& storage = list_storage();
  storage.clear();
  storage.reserve(tensors.size());
  for (auto& tensor : tensors) storage.push_back(value_of(tensor));
  Value value{Kind::Tensors, static_cast<int32_t>(tensors.size()), {}};
  value.pointer = storage.data();
  return value;
}

}  // namespace engine

namespace {

struct Parameter {
  std::string name;
  TypeKind kind;     // with Optional unwrapped
  TypeKind element;  // of a list
  bool optional_element = false;
  int32_t fixed_length = 0;  // n of int[n]: one integer stands for n of them
  bool optional = false;
  bool has_default = false;
  IValue default_value;
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
};

c10::TypePtr unwrap(c10::TypePtr type) {
  while (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
  return type;
}

Parameter describe(const c10::Argument& argument) {
  Parameter parameter;
  auto type = unwrap(argument.type());
  parameter.name = argument.name();
  parameter.kind = type->kind();
  parameter.element = TypeKind::NoneType;
  if (auto list = type->cast<c10::ListType>()) {
    parameter.optional_element = list->getElementType()->kind() == TypeKind::OptionalType;
    parameter.element = unwrap(list->getElementType())->kind();
  }
  parameter.fixed_length = argument.N().value_or(0);
  if (argument.default_value()) {
    parameter.has_default = true;
    parameter.default_value = *argument.default_value();
  }
  parameter.optional = argument.type()->kind() == TypeKind::OptionalType;
  parameter.has_default |= parameter.optional;  // an optional argument without a stated default is None
  return parameter;
}

[[noreturn]] void mismatch(const Parameter& parameter, const char* given) {
  auto expected = parameter.kind == TypeKind::ListType ? std::string("list of ") + c10::typeKindToString(parameter.element)
                                                       : std::string(c10::typeKindToString(parameter.kind));
  throw bad_argument("argument '" + parameter.name + "' expects " + expected + ", given " + given);
}

IValue integer(const Parameter& parameter, int64_t value) {
  switch (parameter.kind) {
    case TypeKind::FloatType: return static_cast<double>(value);
    case TypeKind::BoolType: return value != 0;
    case TypeKind::ListType: {
      auto length = std::max(1, parameter.fixed_length);
      if (parameter.element == TypeKind::FloatType) return c10::List<double>(std::vector<double>(length, static_cast<double>(value)));
      return c10::List<int64_t>(std::vector<int64_t>(length, value));
    }
    case TypeKind::TensorType: mismatch(parameter, "an integer");
    default: return value;
  }
}

IValue integers(const Parameter& parameter, const int64_t* values, int32_t count) {
  if (parameter.kind != TypeKind::ListType) mismatch(parameter, "a list of integers");
  if (parameter.element == TypeKind::FloatType) return c10::List<double>(std::vector<double>(values, values + count));
  if (count == 1 && parameter.fixed_length > 1) return integer(parameter, values[0]);
  return c10::List<int64_t>(std::vector<int64_t>(values, values + count));
}

IValue tensors(const Parameter& parameter, void* const* impls, int32_t count) {
  if (!parameter.optional_element) return c10::List<at::Tensor>(borrow_list(impls, count));
  c10::List<c10::optional<at::Tensor>> list;
  for (int32_t i = 0; i < count; ++i) list.push_back(impls[i] ? c10::make_optional(borrow(impls[i])) : c10::nullopt);
  return list;
}

IValue to_ivalue(const Parameter& parameter, const Value& value) {
  switch (value.kind) {
    case Kind::Default:
      if (!parameter.has_default) throw bad_argument("argument '" + parameter.name + "' has no default value");
      return parameter.default_value;
    case Kind::None:
      if (!parameter.optional) throw null_argument(parameter.name);
      return {};
    case Kind::Tensor:
      if (parameter.kind != TypeKind::TensorType) mismatch(parameter, "a tensor");
      return borrow(value.pointer);
    case Kind::Int: return integer(parameter, value.integer);
    case Kind::Double:
      if (parameter.kind != TypeKind::FloatType && parameter.kind != TypeKind::NumberType) mismatch(parameter, "a floating-point number");
      return value.real;
    case Kind::Bool: return parameter.kind == TypeKind::IntType ? IValue(value.integer) : IValue(value.integer != 0);
    case Kind::Ints: return integers(parameter, static_cast<const int64_t*>(value.pointer), value.count);
    case Kind::Doubles: {
      auto* first = static_cast<const double*>(value.pointer);
      return c10::List<double>(std::vector<double>(first, first + value.count));
    }
    case Kind::Bools: {
      c10::List<bool> list;
      for (int32_t i = 0; i < value.count; ++i) list.push_back(static_cast<const uint8_t*>(value.pointer)[i] != 0);
      return list;
    }
    case Kind::Tensors: return tensors(parameter, static_cast<void* const*>(value.pointer), value.count);
    case Kind::Text: return std::string(static_cast<const char*>(value.pointer), value.count);
    case Kind::Device:
      return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
    case Kind::Generator: return *static_cast<at::Generator*>(value.pointer);
  }
  throw bad_argument("unknown kind of value");
}

Value to_value(IValue&& result) {
  Value value{Kind::None, 0, {}};
  if (result.isTensor()) return value_of(std::move(result).toTensor());
  if (result.isTensorList()) return value_of(result.toTensorVector());
  if (result.isInt()) {
    value.kind = Kind::Int;
    value.integer = result.toInt();
  } else if (result.isDouble()) {
    value.kind = Kind::Double;
    value.real = result.toDouble();
  } else if (result.isBool()) {
    value.kind = Kind::Bool;
    value.integer = result.toBool();
  } else if (!result.isNone()) {
    throw bad_argument("the operator returned a " + result.tagKind() + ", which the engine does not read");
  }
  return value;
}

}  // namespace

ENTRY const char* engine_last_error() { return last_error().c_str(); }

ENTRY Operator* engine_find_operator(const char* name, const char* overload) {
  Operator* found = nullptr;
  guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    std::vector<Parameter> parameters;
    for (auto& argument : handle.schema().arguments()) parameters.push_back(describe(argument));
    found = new Operator{handle, std::move(parameters)};
  });
  return found;
}

// Returns the number of results, or a negative error code.
ENTRY int engine_call(const Operator* op, const Value* arguments, int count, Value* results, int capacity) {
  int returned = 0;
  int code = guarded([&] {
    auto& parameters = op->parameters;
    if (count > static_cast<int>(parameters.size())) throw bad_argument("too many arguments");
    torch::jit::Stack stack;
    stack.reserve(parameters.size());
    for (size_t i = 0; i < parameters.size(); ++i)
      stack.push_back(to_ivalue(parameters[i], i < static_cast<size_t>(count) ? arguments[i] : Value{Kind::Default, 0, {}}));
    op->handle.callBoxed(stack);
    if (static_cast<int>(stack.size()) > capacity) throw bad_argument("more results than expected");
    for (size_t i = 0; i < stack.size(); ++i) results[i] = to_value(std::move(stack[i]));
    returned = static_cast<int>(stack.size());
  });
  return code != 0 ? code : returned;
}
