// expect: cannot_be_written_as_onnx_so_convert_it_to_float_or_double
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>

using namespace ctnn;
constexpr network<fixed_point<3, 12>, input<2>, dense<1>> net{};
#ifdef CTNN_WRONG
constexpr auto& written = net;
#else
constexpr auto written = convert<float>(net);
#endif
constexpr auto& file = onnx::written<written>;
