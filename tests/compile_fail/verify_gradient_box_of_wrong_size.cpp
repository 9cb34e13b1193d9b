// expect: layer<0(UL)?, ctnn::dense<3(UL)?, ctnn::relu.*gets_an_input_of_size<3(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/gradient_bounds.hpp>

#include <ctnn/activation/relu.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
constexpr ctnn::box<double, 3> box{};
#else
constexpr ctnn::box<double, 2> box{};
#endif
constexpr auto y = ctnn::gradient_bounds(net, box);
