// expect: initialization_of_type<double>.*but_needs_a_network
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
auto const drawn = ctnn::initialize<double>(ctnn::zeros{}, 1);
#else
auto const drawn = ctnn::initialize<model>(ctnn::zeros{}, 1);
#endif
