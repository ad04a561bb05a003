// Convolutions of volumes with fewer multiplications: Winograd's F(2 x 2, 3 x 3) in height and width (Lavin and Gray, arXiv 1509.09308), the
// three slices in time summed before the transformation back. It needs 16 products where 36 are direct.
#include "vectors.h"

namespace kernels {
namespace {

constexpr int64_t kSlices = 3;             // of a filter in time
constexpr int64_t kPlaces = 16;            // of a transformed patch, 4 x 4
constexpr int64_t kTileStep = 2 * kLanes;  // tiles, or channels, of one pass of the inner loop
constexpr int64_t kRows = 6;               // outputs of one pass of the inner loop: with two vectors each, what the registers hold

// How frames are cut into blocks of tiles that are computed together: what one transforms should stay in the processor's second cache.
struct Blocks {
  int64_t tile_rows, tile_columns;  // of a frame; a tile is 2 x 2 pixels of the result
  int64_t rows, columns;            // of a block
  int64_t down, across;             // blocks of a frame

  // `wanted` is about the number of tiles of a block.
  Blocks(const Convolution& shape, int64_t wanted) {
    tile_rows = (shape.height + 1) / 2;
    tile_columns = (shape.width + 1) / 2;
    columns = std::min(tile_columns, wanted);
    rows = std::min(tile_rows, std::max<int64_t>(1, wanted / columns));
    down = (tile_rows + rows - 1) / rows;
    across = (tile_columns + columns - 1) / columns;
  }

  int64_t count() const { return down * across; }
};

// One block: its first tile and its size, cut at the frame's edge.
struct Block {
  int64_t row, column, rows, columns;

  Block(const Blocks& blocks, int64_t index) {
    row = index / blocks.across * blocks.rows;
    column = index % blocks.across * blocks.columns;
    rows = std::min(blocks.rows, blocks.tile_rows - row);
    columns = std::min(blocks.columns, blocks.tile_columns - column);
  }

  int64_t tiles() const { return rows * columns; }
};

// The pixels of one block and channel, even and odd columns apart: row by row, each with room for whole vectors.
struct Halves {
  int64_t stride;
  Buffer even, odd;

  Halves(const Blocks& blocks)
      : stride(rounded(blocks.columns + 2, kLanes) + kLanes), even((2 * blocks.rows + 2) * stride), odd((2 * blocks.rows + 2) * stride) {
    std::memset(even.data, 0, (2 * blocks.rows + 2) * stride * 4);
    std::memset(odd.data, 0, (2 * blocks.rows + 2) * stride * 4);
  }

  // Reads `rows` rows from row `y` and 2 * `pairs` pixels from column `x` on; what lies outside of the frame is zero.
  void read(const float* plane, const Convolution& shape, int64_t y, int64_t x, int64_t rows, int64_t pairs) {
    for (int64_t r = 0; r < rows; ++r) {
      float *e = even.data + r * stride, *o = odd.data + r * stride;
      if (y + r < 0 || y + r >= shape.height) {
        std::memset(e, 0, pairs * 4);
        std::memset(o, 0, pairs * 4);
        continue;
      }
      const float* line = plane + (y + r) * shape.width + x;
      int64_t from = x < 0 ? 1 : 0;
      int64_t to = std::max(from, std::min(pairs, (shape.width - x) / 2));
      if (from == 1) {
        e[0] = 0;
        o[0] = shape.width > x + 1 ? line[1] : 0;
      }
      for (int64_t i = from; i < to; ++i) {
        e[i] = line[2 * i];
        o[i] = line[2 * i + 1];
      }
      for (int64_t i = to; i < pairs; ++i) {
        e[i] = x + 2 * i < shape.width ? line[2 * i] : 0;
        o[i] = x + 2 * i + 1 < shape.width ? line[2 * i + 1] : 0;
      }
    }
  }
};

// The transformed patches of one row of tiles, from tile n on: B^T d B.
inline void transform_input(const Halves& halves, int64_t row, int64_t n, Vector out[kPlaces]) {
  const float *e = halves.even.data + 2 * row * halves.stride + n, *o = halves.odd.data + 2 * row * halves.stride + n;
  const int64_t s = halves.stride;
  Vector columns[4][4];
  for (int64_t k = 0; k < 4; ++k) {
    const float* from = (k % 2 == 0 ? e : o) + k / 2;
    Vector d0 = load(from), d1 = load(from + s), d2 = load(from + 2 * s), d3 = load(from + 3 * s);
    columns[0][k] = d0 - d2;
    columns[1][k] = d1 + d2;
    columns[2][k] = d2 - d1;
    columns[3][k] = d1 - d3;
  }
  for (int64_t r = 0; r < 4; ++r) {
    auto* c = columns[r];
    out[4 * r] = c[0] - c[2];
    out[4 * r + 1] = c[1] + c[2];
    out[4 * r + 2] = c[2] - c[1];
    out[4 * r + 3] = c[1] - c[3];
  }
}

// The transposed way back, for gradients of results: A y A^T.
inline void transform_output_gradient(const Halves& halves, int64_t row, int64_t n, Vector out[kPlaces]) {
  const float *e = halves.even.data + 2 * row * halves.stride + n, *o = halves.odd.data + 2 * row * halves.stride + n;
  const int64_t s = halves.stride;
  Vector columns[4][2];
  for (int64_t k = 0; k < 2; ++k) {
    const float* from = k == 0 ? e : o;
    Vector d0 = load(from), d1 = load(from + s);
    columns[0][k] = d0;
    columns[1][k] = d0 + d1;
    columns[2][k] = d0 - d1;
    columns[3][k] = -d1;
  }
  for (int64_t r = 0; r < 4; ++r) {
    auto* c = columns[r];
    out[4 * r] = c[0];
    out[4 * r + 1] = c[0] + c[1];
    out[4 * r + 2] = c[0] - c[1];
    out[4 * r + 3] = -c[1];
  }
}

// G g G^T of one 3 x 3 filter.
inline void transform_filter(const float* g, bool turned, float out[kPlaces]) {
  float half[4][3];
  for (int64_t k = 0; k < 3; ++k) {
    const int64_t column = turned ? 2 - k : k;
    float g0 = g[turned ? 6 + column : column], g1 = g[3 + column], g2 = g[turned ? column : 6 + column];
    half[0][k] = g0;
    half[1][k] = 0.5f * (g0 + g1 + g2);
    half[2][k] = 0.5f * (g0 - g1 + g2);
    half[3][k] = g2;
  }
  for (int64_t r = 0; r < 4; ++r) {
    out[4 * r] = half[r][0];
    out[4 * r + 1] = 0.5f * (half[r][0] + half[r][1] + half[r][2]);
    out[4 * r + 2] = 0.5f * (half[r][0] - half[r][1] + half[r][2]);
    out[4 * r + 3] = half[r][2];
  }
}

// G^T u G: the gradient of a 3 x 3 filter from that of its transformed patch.
inline void transform_filter_gradient(const float u[kPlaces], float* g) {
  float half[3][4];
  for (int64_t k = 0; k < 4; ++k) {
    float sum = 0.5f * (u[4 + k] + u[8 + k]), difference = 0.5f * (u[4 + k] - u[8 + k]);
    half[0][k] = u[k] + sum;
    half[1][k] = difference;
    half[2][k] = sum + u[12 + k];
  }
  for (int64_t r = 0; r < 3; ++r) {
    float sum = 0.5f * (half[r][1] + half[r][2]), difference = 0.5f * (half[r][1] - half[r][2]);
    g[3 * r] = half[r][0] + sum;
    g[3 * r + 1] = difference;
    g[3 * r + 2] = sum + half[r][3];
  }
}

// ---- y = filter * x ----

// Transformed filters, [block of kRows outputs, place, slice, input, output of the block].
struct PackedFilter {
  int64_t inputs;
  Buffer data;

  PackedFilter(const Convolution& shape, const Filter& filter)
      : inputs(shape.inputs), data(rounded(shape.outputs, kRows) * kPlaces * kSlices * shape.inputs) {
    const int64_t blocks = rounded(shape.outputs, kRows) / kRows;
    at::parallel_for(0, blocks, std::max<int64_t>(1, 4096 / inputs), [&](int64_t begin, int64_t end) {
      for (int64_t block = begin; block < end; ++block)
        for (int64_t slice = 0; slice < kSlices; ++slice)
          for (int64_t input = 0; input < inputs; ++input)
            for (int64_t row = 0; row < kRows; ++row) {
              float patch[kPlaces] = {};
              const int64_t output = block * kRows + row;
              const int64_t place = filter.turned ? kSlices - 1 - slice : slice;
              if (output < shape.outputs)
                transform_filter(filter.data + output * filter.output_stride + input * filter.input_stride + 9 * place, filter.turned, patch);
              for (int64_t p = 0; p < kPlaces; ++p) data.data[(((block * kPlaces + p) * kSlices + slice) * inputs + input) * kRows + row] = patch[p];
            }
    });
  }

  const float* at(int64_t block, int64_t place, int64_t slice) const {
    return data.data + ((block * kPlaces + place) * kSlices + slice) * inputs * kRows;
  }
};

// Transformed patches of a block in the last three frames, [slot, place, channel, tile].
struct Patches {
  int64_t channels, stride;
  Buffer data;

  Patches(int64_t channels, const Blocks& blocks)
      : channels(channels), stride(rounded(blocks.rows * blocks.columns + kLanes, kTileStep)), data(kSlices * kPlaces * channels * stride) {
    std::memset(data.data, 0, kSlices * kPlaces * channels * stride * 4);
  }

  float* at(int64_t frame, int64_t place, int64_t channel) const {
    return data.data + ((frame % kSlices * kPlaces + place) * channels + channel) * stride;
  }

  // Fills a slot with a frame.
  void read(const Convolution& shape, const float* x, int64_t frame, const Block& block, Halves& halves) {
    const int64_t plane = shape.height * shape.width;
    for (int64_t channel = 0; channel < channels; ++channel) {
      halves.read(x + (channel * shape.frames_in + frame) * plane, shape, 2 * block.row - 1, 2 * block.column - 1, 2 * block.rows + 2,
                  block.columns + 1);
      float* to = at(frame, 0, channel);
      for (int64_t row = 0; row < block.rows; ++row)
        for (int64_t n = 0; n < block.columns; n += kLanes) {
          Vector patch[kPlaces];
          transform_input(halves, row, n, patch);
          // What is too much at the end of a row is overwritten by the next one, or lies behind the last tile.
          for (int64_t p = 0; p < kPlaces; ++p) store(to + p * channels * stride + row * block.columns + n, patch[p]);
        }
    }
  }
};

// Products of kRows outputs and kTileStep tiles at one place, summed over the slices and inputs.
inline void multiply(const PackedFilter& filter, int64_t outputs, const Patches& patches, int64_t place, int64_t first_frame, int64_t first_slice,
                     int64_t last_slice, int64_t tile, float* sums, int64_t sums_stride) {
  Vector sum[kRows][2] = {};
  for (int64_t slice = first_slice; slice <= last_slice; ++slice) {
    const float* u = filter.at(outputs, place, slice);
    const float* v = patches.at(first_frame + slice, place, 0) + tile;
    for (int64_t channel = 0; channel < patches.channels; ++channel, u += kRows, v += patches.stride) {
      const Vector v0 = load(v), v1 = load(v + kLanes);
#pragma GCC unroll 6
      for (int64_t row = 0; row < kRows; ++row) {
        sum[row][0] += u[row] * v0;
        sum[row][1] += u[row] * v1;
      }
    }
  }
#pragma GCC unroll 6
  for (int64_t row = 0; row < kRows; ++row) {
    store(sums + row * sums_stride, sum[row][0]);
    store(sums + row * sums_stride + kLanes, sum[row][1]);
  }
}

// The way back, A^T m A, of the tiles of one output channel, written to its frame.
inline void write_tiles(const Convolution& shape, const Block& block, const float* sums, int64_t place_stride, float bias, float* frame) {
  for (int64_t n = 0; n < block.tiles(); n += kLanes) {
    Vector rows[2][4];
    for (int64_t k = 0; k < 4; ++k) {
      const float* from = sums + k * place_stride + n;
      const int64_t step = 4 * place_stride;
      Vector m0 = load(from), m1 = load(from + step), m2 = load(from + 2 * step), m3 = load(from + 3 * step);
      rows[0][k] = m0 + m1 + m2;
      rows[1][k] = m1 - m2 - m3;
    }
    Vector pixels[2][2];
    for (int64_t r = 0; r < 2; ++r) {
      pixels[r][0] = rows[r][0] + rows[r][1] + rows[r][2] + bias;
      pixels[r][1] = rows[r][1] - rows[r][2] - rows[r][3] + bias;
    }
    const int64_t y = 2 * (block.row + n / block.columns), x = 2 * (block.column + n % block.columns);
    if (n % block.columns + kLanes <= block.columns && x + 2 * kLanes <= shape.width && y + 2 <= shape.height) {
      for (int64_t r = 0; r < 2; ++r) {
        store(frame + (y + r) * shape.width + x, interleave_low(pixels[r][0], pixels[r][1]));
        store(frame + (y + r) * shape.width + x + kLanes, interleave_high(pixels[r][0], pixels[r][1]));
      }
      continue;
    }
    float values[2][2][kLanes];
    for (int64_t r = 0; r < 4; ++r) store(values[r / 2][r % 2], pixels[r / 2][r % 2]);
    const int64_t count = std::min(kLanes, block.tiles() - n);
    int64_t row = n / block.columns, column = n % block.columns;
    for (int64_t i = 0; i < count; ++i) {
      const int64_t top = 2 * (block.row + row), left = 2 * (block.column + column);
      for (int64_t r = 0; r < 2 && top + r < shape.height; ++r)
        for (int64_t k = 0; k < 2 && left + k < shape.width; ++k) frame[(top + r) * shape.width + left + k] = values[r][k][i];
      if (++column == block.columns) {
        column = 0;
        ++row;
      }
    }
  }
}

void convolve(const Convolution& shape, const float* x, const Filter& filter, const float* bias, float* y) {
  const PackedFilter packed(shape, filter);
  // One place of all inputs in the first cache, or of many tiles in the second where the filters are large.
  const Blocks blocks(shape, shape.inputs <= 32 || shape.inputs > 128 ? 64 : 32);
  const int64_t plane = shape.height * shape.width;
  const int64_t row_blocks = rounded(shape.outputs, kRows) / kRows;
  // Few blocks are shared among the threads by their outputs.
  const int64_t items = shape.batch * blocks.count();
  const int64_t parts = std::min(row_blocks, items >= 4 * at::get_num_threads() ? 1 : (at::get_num_threads() + items - 1) / items);
  at::parallel_for(0, items * parts, 1, [&](int64_t begin, int64_t end) {
    Patches patches(shape.inputs, blocks);
    Halves halves(blocks);
    const int64_t stride = rounded(blocks.rows * blocks.columns, kTileStep);
    const int64_t most_outputs = (row_blocks + parts - 1) / parts * kRows;
    Buffer sums(kPlaces * most_outputs * stride);
    for (int64_t item = begin; item < end; ++item) {
      const int64_t part = item % parts, sample = item / parts / blocks.count();
      const Block block(blocks, item / parts % blocks.count());
      const float* from = x + sample * shape.inputs * shape.frames_in * plane;
      float* to = y + sample * shape.outputs * shape.frames_out * plane;
      int64_t next = std::max<int64_t>(0, shape.shift);
      for (int64_t t = 0; t < shape.frames_out; ++t) {
        const int64_t first_frame = t + shape.shift;
        const int64_t first_slice = std::max<int64_t>(0, -first_frame);
        const int64_t last_slice = std::min(kSlices - 1, shape.frames_in - 1 - first_frame);
        for (; next <= first_frame + last_slice; ++next) patches.read(shape, from, next, block, halves);
        const int64_t first_rows = row_blocks * part / parts, last_rows = row_blocks * (part + 1) / parts;
        for (int64_t p = 0; p < kPlaces; ++p)
          for (int64_t rows = first_rows; rows < last_rows; ++rows)
            for (int64_t tile = 0; tile < block.tiles(); tile += kTileStep)
              multiply(packed, rows, patches, p, first_frame, first_slice, last_slice, tile,
                       sums.data + (p * most_outputs + (rows - first_rows) * kRows) * stride + tile, stride);
        for (int64_t output = first_rows * kRows; output < std::min(last_rows * kRows, shape.outputs); ++output)
          write_tiles(shape, block, sums.data + (output - first_rows * kRows) * stride, most_outputs * stride, bias == nullptr ? 0 : bias[output],
                      to + (output * shape.frames_out + t) * plane);
      }
    }
  });
}

// ---- the gradient of the filter ----

// Transformed patches of a block with channels as the fast dimension, [slot, place, tile, channel].
struct TurnedPatches {
  int64_t channels, tiles;  // both with room for whole vectors
  int64_t slots;
  Buffer data, turning;

  TurnedPatches(int64_t count, int64_t slots, const Blocks& blocks)
      : channels(rounded(count, kTileStep)),
        tiles(blocks.rows * blocks.columns + kLanes),
        slots(slots),
        data(slots * kPlaces * tiles * channels),
        turning(kPlaces * kLanes * kLanes) {
    std::memset(data.data, 0, slots * kPlaces * tiles * channels * 4);
  }

  float* at(int64_t frame, int64_t place) const { return data.data + (frame % slots * kPlaces + place) * tiles * channels; }

  // Fills a slot with a frame; `pad` is 1 for inputs, whose patches overlap, and 0 for results.
  void read(const Convolution& shape, const float* x, int64_t count, int64_t frames, int64_t frame, const Block& block, int64_t pad,
            std::vector<std::unique_ptr<Halves>>& halves) {
    const int64_t plane = shape.height * shape.width;
    for (int64_t channel = 0; channel < count; channel += kLanes) {
      const int64_t some = std::min(kLanes, count - channel);
      for (int64_t i = 0; i < some; ++i)
        halves[i]->read(x + ((channel + i) * frames + frame) * plane, shape, 2 * block.row - pad, 2 * block.column - pad,
                        2 * block.rows + 2 * pad, block.columns + pad);
      for (int64_t row = 0; row < block.rows; ++row)
        for (int64_t n = 0; n < block.columns; n += kLanes) {
          for (int64_t i = 0; i < some; ++i) {
            Vector patch[kPlaces];
            if (pad == 1)
              transform_input(*halves[i], row, n, patch);
            else
              transform_output_gradient(*halves[i], row, n, patch);
            for (int64_t p = 0; p < kPlaces; ++p) store(turning.data + (p * kLanes + i) * kLanes, patch[p]);
          }
          const int64_t tile = row * block.columns + n;
          const int64_t some_tiles = std::min(kLanes, block.columns - n);
          for (int64_t p = 0; p < kPlaces; ++p) {
            Vector square[kLanes];
            for (int64_t i = 0; i < kLanes; ++i) square[i] = i < some ? load(turning.data + (p * kLanes + i) * kLanes) : Vector{};
            transpose(square);
            float* to = at(frame, p) + tile * channels + channel;
            for (int64_t i = 0; i < some_tiles; ++i) store(to + i * channels, square[i]);
          }
        }
    }
  }
};

// Adds the products of kRows outputs and kTileStep inputs, summed over tiles.
inline void add_products(const float* y, int64_t y_stride, const float* x, int64_t x_stride, int64_t tiles, float* sums, int64_t sums_stride) {
  Vector sum[kRows][2];
#pragma GCC unroll 6
  for (int64_t row = 0; row < kRows; ++row) {
    sum[row][0] = load(sums + row * sums_stride);
    sum[row][1] = load(sums + row * sums_stride + kLanes);
  }
  for (int64_t tile = 0; tile < tiles; ++tile, y += y_stride, x += x_stride) {
    const Vector x0 = load(x), x1 = load(x + kLanes);
#pragma GCC unroll 6
    for (int64_t row = 0; row < kRows; ++row) {
      sum[row][0] += y[row] * x0;
      sum[row][1] += y[row] * x1;
    }
  }
#pragma GCC unroll 6
  for (int64_t row = 0; row < kRows; ++row) {
    store(sums + row * sums_stride, sum[row][0]);
    store(sums + row * sums_stride + kLanes, sum[row][1]);
  }
}

void filter_gradient(const Convolution& shape, const float* x, const float* y, float* filter) {
  const Blocks blocks(shape, std::max(shape.inputs, shape.outputs) <= 64 ? 64 : 32);
  const int64_t plane = shape.height * shape.width;
  const int64_t inputs = rounded(shape.inputs, kTileStep), outputs = rounded(shape.outputs, kRows);
  const int64_t items = shape.batch * blocks.count();
  const int64_t threads = std::min<int64_t>(at::get_num_threads(), items);
  const int64_t size = kPlaces * kSlices * outputs * inputs;
  // Each thread sums its own share, [place, slice, output, input]; the shares do not depend on who is faster.
  Buffer shares(threads * size);
  at::parallel_for(0, threads, 1, [&](int64_t begin, int64_t end) {
    for (int64_t thread = begin; thread < end; ++thread) {
      float* share = shares.data + thread * size;
      std::memset(share, 0, size * 4);
      TurnedPatches before(shape.inputs, kSlices, blocks), after(shape.outputs + kRows, 1, blocks);
      std::vector<std::unique_ptr<Halves>> halves;
      for (int64_t i = 0; i < kLanes; ++i) halves.push_back(std::make_unique<Halves>(blocks));
      for (int64_t item = items * thread / threads; item < items * (thread + 1) / threads; ++item) {
        const Block block(blocks, item % blocks.count());
        const int64_t sample = item / blocks.count();
        const float* from = x + sample * shape.inputs * shape.frames_in * plane;
        const float* to = y + sample * shape.outputs * shape.frames_out * plane;
        int64_t next = std::max<int64_t>(0, shape.shift);
        for (int64_t t = 0; t < shape.frames_out; ++t) {
          const int64_t first_frame = t + shape.shift;
          const int64_t last_slice = std::min(kSlices - 1, shape.frames_in - 1 - first_frame);
          for (; next <= first_frame + last_slice; ++next)
            before.read(shape, from, shape.inputs, shape.frames_in, next, block, 1, halves);
          after.read(shape, to, shape.outputs, shape.frames_out, t, block, 0, halves);
          for (int64_t p = 0; p < kPlaces; ++p)
            for (int64_t slice = std::max<int64_t>(0, -first_frame); slice <= last_slice; ++slice)
              for (int64_t output = 0; output < outputs; output += kRows)
                for (int64_t input = 0; input < inputs; input += kTileStep)
                  add_products(after.at(t, p) + output, after.channels, before.at(first_frame + slice, p) + input, before.channels, block.tiles(),
                               share + ((p * kSlices + slice) * outputs + output) * inputs + input, inputs);
        }
      }
    }
  });
  at::parallel_for(0, shape.outputs, 16, [&](int64_t begin, int64_t end) {
    for (int64_t output = begin; output < end; ++output)
      for (int64_t input = 0; input < shape.inputs; ++input)
        for (int64_t slice = 0; slice < kSlices; ++slice) {
          float patch[kPlaces];
          for (int64_t p = 0; p < kPlaces; ++p) {
            const float* from = shares.data + ((p * kSlices + slice) * outputs + output) * inputs + input;
            patch[p] = from[0];
            for (int64_t thread = 1; thread < threads; ++thread) patch[p] += from[thread * size];
          }
          transform_filter_gradient(patch, filter + ((output * shape.inputs + input) * kSlices + slice) * 9);
        }
  });
}

}  // namespace
}  // namespace kernels
