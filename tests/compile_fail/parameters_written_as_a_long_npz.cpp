// expect: npz_file_of_bytes<.*is_longer_than_a_zip_so_write_safetensors
#include <ctnn/ctnn.hpp>
#include <ctnn/export/parameters.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using format = npz;
#else
using format = safetensors;
#endif
constexpr std::size_t size =
    parameter_file_size<network<float, input<40000>, dense<40000>>, format>;
