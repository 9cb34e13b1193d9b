// expect: layer<0,.*gru<2>.*keeps_a_state_so_write_the_network_of_sequences_instead
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>

using namespace ctnn;
using model = network<float, input<4, 2>, gru<2>, over_time<dense<3>>>;
#ifdef CTNN_WRONG
constexpr std::size_t size = onnx::file_size<stream_of<model>>;
#else
constexpr std::size_t size = onnx::file_size<model>;
#endif
