// expect: layer<0.*gets_an_input_of_type<std::vector<double.*but_needs_type
#include <ctnn/ctnn.hpp>
#include <span>
#include <vector>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
std::vector<double> const numbers{0.1, 0.7};

#ifdef CTNN_WRONG
auto const y = net(numbers);
#else
auto const y = net(std::span(numbers).first<2>());
#endif
