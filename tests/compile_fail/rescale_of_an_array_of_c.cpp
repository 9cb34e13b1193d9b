// expect: samples_of_type<.*are_not_copied_with_it_so_assign_each_in_a_loop
#include <ctnn/ctnn.hpp>

constexpr ctnn::sample<std::array<float, 2>, std::array<float, 1>> rows[]{{{1, 2}, {3}}};
#ifdef CTNN_WRONG
constexpr auto halved = ctnn::rescale(rows, 0.5F);
#else
constexpr auto halved = ctnn::rescale(std::to_array(rows), 0.5F);
#endif
