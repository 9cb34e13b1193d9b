// expect: initializer_of_type<int>.*lacks_a_draw
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
auto const drawn = ctnn::initialize<model>(1, ctnn::zeros{});
#else
auto const drawn = ctnn::initialize<model>(ctnn::zeros{}, 1);
#endif
