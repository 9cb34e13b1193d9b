// expect: layer<1.*dense<2.*gives_outputs_beyond_the_domain_of<hinge>.*end_with_an_activation_whose_bounds_are_inside_it
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;

struct hinge : ctnn::mean_squared_error {
    static constexpr ctnn::output_bounds domain{-1, 1};
};
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
#else
using model =
    ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2, ctnn::tanh>>;
#endif

auto const result = ctnn::train(model{}, hinge{}, ctnn::sgd{}, samples, {});
