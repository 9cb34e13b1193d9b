// expect: network_of<.*fixed_point<3, 12.*has_parameters_that_are_not_written_so_convert_it_to_float_or_double
#include <ctnn/ctnn.hpp>
#include <ctnn/export/parameters.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using scalar = fixed_point<3, 12>;
#else
using scalar = float;
#endif
constexpr std::size_t size = parameter_file_size<network<scalar, input<2>, dense<1>>, npz>;
