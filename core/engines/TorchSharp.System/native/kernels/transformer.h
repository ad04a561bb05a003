// What a transformer does between its matrix products: each in one pass over memory.
#include "numbers.h"

namespace kernels {
namespace {

// Calls body(Number()) for the kind of numbers.
template <typename Body>
inline void by_type(bool brief, Body body) {
  if (brief)
    body(Brief());
  else
    body(Single());
}

template <typename Number>
inline auto place(const Numbers& numbers, int64_t offset) {
  return static_cast<typename Number::Type*>(numbers.data) + offset;
}

template <typename X, typename Y>
void root_mean_square_as(const Rows& shape, float epsilon, const Numbers& x, const float* scale, const Numbers& y, float* deviations) {
  at::parallel_for(0, shape.rows, 32, [&](int64_t begin, int64_t end) {
    for (int64_t row = begin; row < end; ++row) {
      const auto* from = place<X>(x, row * shape.width);
      auto* to = place<Y>(y, row * shape.width);
      Vector squares = {};
      by_vectors(shape.width, [&](int64_t i, int64_t some) {
        const Vector value = read<X>(from + i, some);
        squares += value * value;
      });
      const float deviation = 1 / std::sqrt(sum(squares) / static_cast<float>(shape.width) + epsilon);
      deviations[row] = deviation;
      by_vectors(shape.width,
                 [&](int64_t i, int64_t some) { write<Y>(to + i, some, read<X>(from + i, some) * deviation * read<Single>(scale + i, some)); });
    }
  });
}

// Parts of the rows, whose number does not depend on that of threads, have sums of their own: so the gradient of the scale is always the same.
template <typename X, typename Y>
void root_mean_square_gradient_as(const Rows& shape, const Numbers& x, const float* scale, const float* deviations, const Numbers& dy,
                                  const Numbers& dx, float* by_scale) {
  at::parallel_for(0, kParts, 1, [&](int64_t begin, int64_t end) {
    for (int64_t part = begin; part < end; ++part) {
      float* sums = by_scale + part * shape.width;
      std::fill_n(sums, shape.width, 0.0f);
      for (int64_t row = part * shape.rows / kParts; row < (part + 1) * shape.rows / kParts; ++row) {
        const auto* given = place<X>(x, row * shape.width);
        const auto* outer = place<Y>(dy, row * shape.width);
        auto* inner = place<X>(dx, row * shape.width);
        const float deviation = deviations[row];
        Vector products = {};
        by_vectors(shape.width, [&](int64_t i, int64_t some) {
          const Vector part_of_scale = read<Y>(outer + i, some) * read<X>(given + i, some) * deviation;
          write<Single>(sums + i, some, read<Single>(sums + i, some) + part_of_scale);
          products += part_of_scale * read<Single>(scale + i, some);
        });
        const float slope = sum(products) / static_cast<float>(shape.width) * deviation;
        by_vectors(shape.width, [&](int64_t i, int64_t some) {
          const Vector gradient = read<Y>(outer + i, some) * read<Single>(scale + i, some) - read<X>(given + i, some) * slope;
          write<X>(inner + i, some, gradient * deviation);
        });
      }
    }
  });
}

template <typename Number>
void gate_as(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& y) {
  at::parallel_for(0, count, 1 << 13, [&](int64_t begin, int64_t end) {
    by_vectors(end - begin, [&](int64_t i, int64_t some) {
      const Vector value = read<Number>(place<Number>(gate, begin + i), some);
      write<Number>(place<Number>(y, begin + i), some, value / (1.0f + exponential(-value)) * read<Number>(place<Number>(up, begin + i), some));
    });
  });
}

template <typename Number>
void gate_gradient_as(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& dy, const Numbers& dgate, const Numbers& dup) {
  at::parallel_for(0, count, 1 << 13, [&](int64_t begin, int64_t end) {
    by_vectors(end - begin, [&](int64_t i, int64_t some) {
      const Vector value = read<Number>(place<Number>(gate, begin + i), some), other = read<Number>(place<Number>(up, begin + i), some);
      const Vector outer = read<Number>(place<Number>(dy, begin + i), some), sigmoid = 1.0f / (1.0f + exponential(-value));
      write<Number>(place<Number>(dgate, begin + i), some, outer * other * sigmoid * (1.0f + value * (1.0f - sigmoid)));
      write<Number>(place<Number>(dup, begin + i), some, outer * value * sigmoid);
    });
  });
}

template <typename X, typename Y>
void turn_as(const Turn& shape, const Numbers& x, const Numbers& y) {
  const int64_t half = shape.width / 2;
  at::parallel_for(0, shape.batch * shape.positions, 8, [&](int64_t begin, int64_t end) {
    for (int64_t index = begin; index < end; ++index) {
      const int64_t sample = index / shape.positions, position = index % shape.positions;
      const float *cosines = shape.factors + position * shape.width, *sines = cosines + shape.positions * shape.width;
      for (int64_t head = 0; head < shape.heads; ++head) {
        const auto* from = place<X>(x, sample * shape.from[0] + position * shape.from[1] + head * shape.from[2]);
        auto* to = place<Y>(y, sample * shape.to[0] + position * shape.to[1] + head * shape.to[2]);
        by_vectors(half, [&](int64_t i, int64_t some) {
          const Vector low = read<X>(from + i, some), high = read<X>(from + half + i, some);
          write<Y>(to + i, some, low * read<Single>(cosines + i, some) + high * read<Single>(sines + i, some) * shape.direction);
          write<Y>(to + half + i, some,
                   high * read<Single>(cosines + half + i, some) + low * read<Single>(sines + half + i, some) * shape.direction);
        });
      }
    }
  });
}

template <typename Number>
void softmax_as(const Rows& shape, int64_t period, int64_t first, const Numbers& scores) {
  at::parallel_for(0, shape.rows, 16, [&](int64_t begin, int64_t end) {
    Buffer exponentials(rounded(shape.width, kLanes));
    for (int64_t row = begin; row < end; ++row) {
      auto* values = place<Number>(scores, row * shape.width);
      const int64_t seen = std::min(shape.width, first + row % period + 1);
      const float lowest = -std::numeric_limits<float>::infinity();
      Vector highest = Vector{} + lowest;
      by_vectors(seen, [&](int64_t i, int64_t some) {
        const Vector value = read<Number>(values + i, some, lowest);
        highest = value > highest ? value : highest;
      });
      float most = lowest;
      for (int64_t i = 0; i < kLanes; ++i) most = std::max(most, highest[i]);
      Vector sums = {};
      by_vectors(seen, [&](int64_t i, int64_t some) {
        const Vector value = read<Number>(values + i, some, lowest);
        const Vector power = value == lowest ? Vector{} : exponential(value - most);
        store(exponentials.data + i, power);
        sums += power;
      });
      const float share = 1 / sum(sums);
      by_vectors(seen, [&](int64_t i, int64_t some) { write<Number>(values + i, some, load(exponentials.data + i) * share); });
      std::fill(values + seen, values + shape.width, typename Number::Type());
    }
  });
}

template <typename Number>
void softmax_gradient_as(const Rows& shape, const float* means, const Numbers& weights, const Numbers& gradient) {
  at::parallel_for(0, shape.rows, 16, [&](int64_t begin, int64_t end) {
    for (int64_t row = begin; row < end; ++row) {
      auto* values = place<Number>(gradient, row * shape.width);
      const auto* shares = place<Number>(weights, row * shape.width);
      by_vectors(shape.width, [&](int64_t i, int64_t some) {
        write<Number>(values + i, some, (read<Number>(values + i, some) - means[row]) * read<Number>(shares + i, some));
      });
    }
  });
}

void root_mean_square(const Rows& shape, float epsilon, const Numbers& x, const float* scale, const Numbers& y, float* deviations) {
  by_type(x.brief, [&](auto from) {
    by_type(y.brief, [&](auto to) { root_mean_square_as<decltype(from), decltype(to)>(shape, epsilon, x, scale, y, deviations); });
  });
}

void root_mean_square_gradient(const Rows& shape, const Numbers& x, const float* scale, const float* deviations, const Numbers& dy,
                               const Numbers& dx, float* by_scale) {
  by_type(x.brief, [&](auto from) {
    by_type(dy.brief, [&](auto to) { root_mean_square_gradient_as<decltype(from), decltype(to)>(shape, x, scale, deviations, dy, dx, by_scale); });
  });
}

void gate(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& y) {
  by_type(y.brief, [&](auto number) { gate_as<decltype(number)>(count, gate, up, y); });
}

void gate_gradient(int64_t count, const Numbers& gate, const Numbers& up, const Numbers& dy, const Numbers& dgate, const Numbers& dup) {
  by_type(dy.brief, [&](auto number) { gate_gradient_as<decltype(number)>(count, gate, up, dy, dgate, dup); });
}

void turn(const Turn& shape, const Numbers& x, const Numbers& y) {
  by_type(x.brief, [&](auto from) { by_type(y.brief, [&](auto to) { turn_as<decltype(from), decltype(to)>(shape, x, y); }); });
}

void softmax(const Rows& shape, int64_t period, int64_t first, const Numbers& scores) {
  by_type(scores.brief, [&](auto number) { softmax_as<decltype(number)>(shape, period, first, scores); });
}

void softmax_gradient(const Rows& shape, const float* means, const Numbers& weights, const Numbers& gradient) {
  by_type(gradient.brief, [&](auto number) { softmax_gradient_as<decltype(number)>(shape, means, weights, gradient); });
}

}  // namespace
}  // namespace kernels
