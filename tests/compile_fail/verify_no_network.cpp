// expect: first_argument_of_type<.*is_not_a_network
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
constexpr ctnn::verify::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(inputs, net, ctnn::verify::classes::is<2>(0));
#else
constexpr auto found = ctnn::verify::prove(net, inputs, ctnn::verify::classes::is<2>(0));
#endif
