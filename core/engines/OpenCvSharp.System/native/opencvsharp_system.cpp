// The OpenCV calls behind the managed OpenCvSharp API, as a plain C interface.
//
// Every entry point returns 0, or 1 after an exception whose description cvs_last_error then gives.
// A result image is always written into an existing cv::Mat, so that a handle has one way to be made and one to be freed.
// A null mask means "no mask"; every other pointer is checked by the managed side.

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <climits>
#include <cstring>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))
#define GUARD(...) { return guarded([&] { __VA_ARGS__; }); }

namespace {

// Mirrors of the managed structures: plain data, because C++ classes with constructors are passed by another convention.
struct PointI { int x, y; operator cv::Point() const { return {x, y}; } };
struct SizeI { int width, height; operator cv::Size() const { return {width, height}; } };
struct RectI { int x, y, width, height; operator cv::Rect() const { return {x, y, width, height}; } };
struct Color { double v[4]; operator cv::Scalar() const { return {v[0], v[1], v[2], v[3]}; } };

struct Header {
    uchar* data;
    uchar* end;             // one past the last byte of the last element
    const int* sizes;       // dims entries
    const size_t* steps;    // dims entries, bytes
    size_t total, element;  // elements; bytes an element
    int type, dims, rows, cols, continuous, submatrix;
};

struct Failure {
    std::string message, function, file;
    int line = 0;
};

thread_local Failure failure;

template <class Body>
int guarded(Body&& body) noexcept {
    try {
        try {
            body();
            return 0;
        } catch (const cv::Exception& e) {
            failure = {e.err, e.func, e.file, e.line};
        } catch (const std::exception& e) {
            failure = {e.what(), "", "", 0};
        }
    } catch (...) {  // also when there is no memory left for a message
        failure = {"unknown failure", "", "", 0};
    }
    return 1;
}

cv::_InputArray optional(const cv::Mat* mask) { return mask ? cv::_InputArray(*mask) : cv::_InputArray(cv::noArray()); }

std::vector<int> parameters(const int* values, int count) { return values ? std::vector<int>(values, values + count) : std::vector<int>(); }

std::vector<cv::Mat> gather(const cv::Mat* const* images, int count) {
    std::vector<cv::Mat> result;
    for (int i = 0; i < count; i++) result.push_back(*images[i]);
    return result;
}

// The contours lie one after another in points; counts tells the length of each.
std::vector<const cv::Point*> split_contours(const PointI* points, const int* counts, int contours) {
    std::vector<const cv::Point*> starts;
    for (int i = 0; i < contours; points += counts[i++]) starts.push_back(reinterpret_cast<const cv::Point*>(points));
    return starts;
}

// OpenCV multiplies sizes without looking for overflow, and a wrapped product is a small buffer with a large header.
void check_bytes(double elements, int type) {
    if (elements * CV_ELEM_SIZE(type) >= 9e18)
        CV_Error(cv::Error::StsOutOfRange, "The total matrix size does not fit to \"size_t\" type");
}

void copy_text(const std::string& text, char* buffer, int capacity) {
    std::strncpy(buffer, text.c_str(), static_cast<size_t>(capacity) - 1);
    buffer[capacity - 1] = 0;
}

}  // namespace

API void cvs_last_error(const char** message, const char** function, const char** file, int* line) {
    *message = failure.message.c_str();
    *function = failure.function.c_str();
    *file = failure.file.c_str();
    *line = failure.line;
}

API int cvs_set_threads(int count) GUARD(cv::setNumThreads(count))
API int cvs_get_threads(int* count) GUARD(*count = cv::getNumThreads())
API int cvs_version(char* buffer, int capacity) GUARD(copy_text(cv::getVersionString(), buffer, capacity))

// ---- Mat ----

API int cvs_mat_new(cv::Mat** mat) GUARD(*mat = new cv::Mat())
API void cvs_mat_delete(cv::Mat* mat) { delete mat; }

API void cvs_mat_header(const cv::Mat* mat, Header* header) {
    uchar* end = mat->data;
    if (!mat->empty()) {
        for (int i = 0; i < mat->dims; i++) end += static_cast<size_t>(mat->size[i] - 1) * mat->step[i];
        end += mat->elemSize();
    }
    *header = {mat->data, end, mat->size.p, mat->step.p, mat->total(), mat->elemSize(),
               mat->type(), mat->dims, mat->rows, mat->cols, mat->isContinuous(), mat->isSubmatrix()};
}

API int cvs_mat_create(cv::Mat* mat, int dims, const int* sizes, int type) GUARD(
    check_bytes(std::accumulate(sizes, sizes + dims, 1.0, std::multiplies<>()), type);
    mat->create(dims, sizes, type))

API int cvs_mat_wrap(cv::Mat* mat, int rows, int cols, int type, void* data, size_t step) GUARD(
    CV_Assert(rows >= 0 && cols >= 0);
    check_bytes(double(rows) * cols, type);
    *mat = cv::Mat(rows, cols, type, data, step))

API int cvs_mat_share(cv::Mat* mat, const cv::Mat* source) GUARD(*mat = *source)
API int cvs_mat_fill(cv::Mat* mat, Color value) GUARD(*mat = cv::Scalar(value))

API int cvs_mat_roi(cv::Mat* mat, const cv::Mat* source, RectI roi) GUARD(
    CV_Assert(double(roi.x) + roi.width <= INT_MAX && double(roi.y) + roi.height <= INT_MAX);
    *mat = cv::Mat(*source, cv::Rect(roi)))

API int cvs_mat_ranges(cv::Mat* mat, const cv::Mat* source, int row_start, int row_end, int col_start, int col_end) GUARD(
    *mat = cv::Mat(*source, cv::Range(row_start, row_end), cv::Range(col_start, col_end)))

API int cvs_mat_reshape(cv::Mat* mat, const cv::Mat* source, int channels, int rows) GUARD(*mat = source->reshape(channels, rows))

API int cvs_mat_reshape_nd(cv::Mat* mat, const cv::Mat* source, int channels, int dims, const int* sizes) GUARD(
    *mat = source->reshape(channels, dims, sizes))

API int cvs_mat_copy_to(const cv::Mat* source, cv::Mat* mat, const cv::Mat* mask) GUARD(
    if (mask) source->copyTo(*mat, *mask); else source->copyTo(*mat))

API int cvs_mat_convert_to(const cv::Mat* source, cv::Mat* mat, int type, double alpha, double beta) GUARD(
    source->convertTo(*mat, type, alpha, beta))

API int cvs_mat_set_to(cv::Mat* mat, const cv::Mat* value, const cv::Mat* mask) GUARD(mat->setTo(*value, optional(mask)))

// ---- core ----

API int cvs_split(const cv::Mat* src, cv::Mat* const* channels) GUARD(
    std::vector<cv::Mat> planes;
    cv::split(*src, planes);
    for (size_t i = 0; i < planes.size(); i++) *channels[i] = planes[i])

API int cvs_add(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask, int dtype) GUARD(
    cv::add(*a, *b, *dst, optional(mask), dtype))
API int cvs_subtract(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask, int dtype) GUARD(
    cv::subtract(*a, *b, *dst, optional(mask), dtype))
API int cvs_multiply(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, double scale, int dtype) GUARD(cv::multiply(*a, *b, *dst, scale, dtype))
API int cvs_absdiff(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst) GUARD(cv::absdiff(*a, *b, *dst))
API int cvs_bitwise_not(const cv::Mat* src, cv::Mat* dst, const cv::Mat* mask) GUARD(cv::bitwise_not(*src, *dst, optional(mask)))
API int cvs_transpose(const cv::Mat* src, cv::Mat* dst) GUARD(cv::transpose(*src, *dst))
API int cvs_extract_channel(const cv::Mat* src, cv::Mat* dst, int channel) GUARD(cv::extractChannel(*src, *dst, channel))

API int cvs_add_weighted(const cv::Mat* a, double alpha, const cv::Mat* b, double beta, double gamma, cv::Mat* dst, int dtype) GUARD(
    cv::addWeighted(*a, alpha, *b, beta, gamma, *dst, dtype))

API int cvs_copy_make_border(const cv::Mat* src, cv::Mat* dst, int top, int bottom, int left, int right, int border, Color value) GUARD(
    const double rows = double(src->rows) + top + bottom;
    const double cols = double(src->cols) + left + right;
    CV_Assert(rows <= INT_MAX && cols <= INT_MAX);
    check_bytes(rows * cols, src->type());
    cv::copyMakeBorder(*src, *dst, top, bottom, left, right, border, value))

API int cvs_mean(const cv::Mat* src, const cv::Mat* mask, Color* mean) GUARD(
    const auto result = cv::mean(*src, optional(mask));
    std::copy_n(result.val, 4, mean->v))

API int cvs_sum(const cv::Mat* src, Color* sum) GUARD(
    const auto result = cv::sum(*src);
    std::copy_n(result.val, 4, sum->v))

API int cvs_count_non_zero(const cv::Mat* src, int* count) GUARD(*count = cv::countNonZero(*src))
API int cvs_psnr(const cv::Mat* a, const cv::Mat* b, double peak, double* value) GUARD(*value = cv::PSNR(*a, *b, peak))

API int cvs_norm(const cv::Mat* a, const cv::Mat* b, int type, const cv::Mat* mask, double* norm) GUARD(
    *norm = b ? cv::norm(*a, *b, type, optional(mask)) : cv::norm(*a, type, optional(mask)))

API int cvs_normalize(const cv::Mat* src, cv::Mat* dst, double alpha, double beta, int type, int dtype, const cv::Mat* mask) GUARD(
    cv::normalize(*src, *dst, alpha, beta, type, dtype, optional(mask)))

API int cvs_min_max_loc(const cv::Mat* src, double* min, double* max, PointI* min_at, PointI* max_at, const cv::Mat* mask) GUARD(
    cv::minMaxLoc(*src, min, max, reinterpret_cast<cv::Point*>(min_at), reinterpret_cast<cv::Point*>(max_at), optional(mask)))

API int cvs_merge(const cv::Mat* const* channels, int count, cv::Mat* dst) GUARD(cv::merge(gather(channels, count), *dst))
API int cvs_hconcat(const cv::Mat* const* images, int count, cv::Mat* dst) GUARD(cv::hconcat(gather(images, count), *dst))
API int cvs_vconcat(const cv::Mat* const* images, int count, cv::Mat* dst) GUARD(cv::vconcat(gather(images, count), *dst))

// ---- imgcodecs ----

API int cvs_imread(cv::Mat* image, const char* path, int flags) GUARD(*image = cv::imread(path, flags))

API int cvs_imwrite(const char* path, const cv::Mat* image, const int* prms, int count, int* written) GUARD(
    *written = cv::imwrite(path, *image, parameters(prms, count)))

API int cvs_imdecode(cv::Mat* image, const uchar* bytes, int length, int flags) GUARD(
    *image = cv::imdecode(cv::Mat(1, length, CV_8U, const_cast<uchar*>(bytes)), flags))

API int cvs_imencode(const char* extension, const cv::Mat* image, cv::Mat* bytes, const int* prms, int count, int* written) GUARD(
    std::vector<uchar> buffer;
    *written = cv::imencode(extension, *image, buffer, parameters(prms, count));
    *bytes = cv::Mat(buffer, true))

// ---- imgproc ----

API int cvs_resize(const cv::Mat* src, cv::Mat* dst, SizeI size, double fx, double fy, int interpolation) GUARD(
    check_bytes(double(size.height) * size.width, src->type());
    cv::resize(*src, *dst, size, fx, fy, interpolation))

API int cvs_cvt_color(const cv::Mat* src, cv::Mat* dst, int code, int channels) GUARD(cv::cvtColor(*src, *dst, code, channels))

API int cvs_gaussian_blur(const cv::Mat* src, cv::Mat* dst, SizeI kernel, double sigma_x, double sigma_y, int border) GUARD(
    cv::GaussianBlur(*src, *dst, kernel, sigma_x, sigma_y, border))

API int cvs_threshold(const cv::Mat* src, cv::Mat* dst, double threshold, double max, int type, double* used) GUARD(
    *used = cv::threshold(*src, *dst, threshold, max, type))

API int cvs_remap(const cv::Mat* src, cv::Mat* dst, const cv::Mat* map1, const cv::Mat* map2, int interpolation, int border, Color value) GUARD(
    cv::remap(*src, *dst, *map1, *map2, interpolation, border, value))

API int cvs_line(cv::Mat* image, PointI a, PointI b, Color color, int thickness, int line_type, int shift) GUARD(
    cv::line(*image, a, b, color, thickness, line_type, shift))

API int cvs_rectangle(cv::Mat* image, PointI a, PointI b, Color color, int thickness, int line_type, int shift) GUARD(
    cv::rectangle(*image, cv::Point(a), cv::Point(b), color, thickness, line_type, shift))

API int cvs_rectangle_rect(cv::Mat* image, RectI rect, Color color, int thickness, int line_type, int shift) GUARD(
    cv::rectangle(*image, cv::Rect(rect), color, thickness, line_type, shift))

API int cvs_circle(cv::Mat* image, PointI center, int radius, Color color, int thickness, int line_type, int shift) GUARD(
    cv::circle(*image, center, radius, color, thickness, line_type, shift))

API int cvs_ellipse(cv::Mat* image, PointI center, SizeI axes, double angle, double start, double end,
                    Color color, int thickness, int line_type, int shift) GUARD(
    cv::ellipse(*image, center, axes, angle, start, end, color, thickness, line_type, shift))

API int cvs_fill_convex_poly(cv::Mat* image, const PointI* points, int count, Color color, int line_type, int shift) GUARD(
    cv::fillConvexPoly(*image, reinterpret_cast<const cv::Point*>(points), count, color, line_type, shift))

API int cvs_fill_poly(cv::Mat* image, const PointI* points, const int* counts, int contours,
                      Color color, int line_type, int shift, PointI offset) GUARD(
    cv::fillPoly(*image, split_contours(points, counts, contours).data(), counts, contours, color, line_type, shift, offset))

API int cvs_polylines(cv::Mat* image, const PointI* points, const int* counts, int contours, int closed,
                      Color color, int thickness, int line_type, int shift) GUARD(
    cv::polylines(*image, split_contours(points, counts, contours).data(), counts, contours, closed != 0, color, thickness, line_type, shift))

API int cvs_put_text(cv::Mat* image, const char* text, PointI origin, int font, double scale,
                     Color color, int thickness, int line_type, int bottom_left) GUARD(
    cv::putText(*image, text, origin, font, scale, color, thickness, line_type, bottom_left != 0))

API int cvs_text_size(const char* text, int font, double scale, int thickness, int* baseline, SizeI* size) GUARD(
    const auto result = cv::getTextSize(text, font, scale, thickness, baseline);
    *size = {result.width, result.height})

// ---- video ----

API int cvs_farneback(const cv::Mat* prev, const cv::Mat* next, cv::Mat* flow, double scale, int levels, int window,
                      int iterations, int poly_n, double poly_sigma, int flags) GUARD(
    CV_Assert(levels >= 0 && window > 0 && iterations >= 0 && poly_n > 0);
    cv::calcOpticalFlowFarneback(*prev, *next, *flow, scale, levels, window, iterations, poly_n, poly_sigma, flags))

// ---- videoio ----

API int cvs_capture_new(cv::VideoCapture** capture) GUARD(*capture = new cv::VideoCapture())
API void cvs_capture_delete(cv::VideoCapture* capture) { delete capture; }

API int cvs_capture_open_file(cv::VideoCapture* capture, const char* path, int api, const int* prms, int count, int* opened) GUARD(
    *opened = capture->open(path, api, parameters(prms, count)))

API int cvs_capture_open_camera(cv::VideoCapture* capture, int index, int api, const int* prms, int count, int* opened) GUARD(
    *opened = capture->open(index, api, parameters(prms, count)))

API int cvs_capture_is_opened(const cv::VideoCapture* capture, int* opened) GUARD(*opened = capture->isOpened())
API int cvs_capture_grab(cv::VideoCapture* capture, int* grabbed) GUARD(*grabbed = capture->grab())
API int cvs_capture_retrieve(cv::VideoCapture* capture, cv::Mat* image, int flag, int* got) GUARD(*got = capture->retrieve(*image, flag))
API int cvs_capture_read(cv::VideoCapture* capture, cv::Mat* image, int* got) GUARD(*got = capture->read(*image))
API int cvs_capture_get(const cv::VideoCapture* capture, int property, double* value) GUARD(*value = capture->get(property))
API int cvs_capture_set(cv::VideoCapture* capture, int property, double value, int* accepted) GUARD(*accepted = capture->set(property, value))
API int cvs_capture_release(cv::VideoCapture* capture) GUARD(capture->release())

API int cvs_capture_backend(const cv::VideoCapture* capture, char* buffer, int capacity) GUARD(
    copy_text(capture->getBackendName(), buffer, capacity))

API int cvs_writer_new(cv::VideoWriter** writer) GUARD(*writer = new cv::VideoWriter())
API void cvs_writer_delete(cv::VideoWriter* writer) { delete writer; }

API int cvs_writer_open(cv::VideoWriter* writer, const char* path, int api, int fourcc, double fps, SizeI size,
                        const int* prms, int count, int* opened) GUARD(
    *opened = writer->open(path, api, fourcc, fps, size, parameters(prms, count)))

API int cvs_writer_is_opened(const cv::VideoWriter* writer, int* opened) GUARD(*opened = writer->isOpened())
API int cvs_writer_write(cv::VideoWriter* writer, const cv::Mat* image) GUARD(writer->write(*image))
API int cvs_writer_release(cv::VideoWriter* writer) GUARD(writer->release())

API int cvs_writer_backend(const cv::VideoWriter* writer, char* buffer, int capacity) GUARD(
    copy_text(writer->getBackendName(), buffer, capacity))
